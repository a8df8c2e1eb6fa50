"""Short English letters, each of one kind, in many registers; all of Tuesday, 9 June 2026, from people who hire or who do not."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

LETTERS: tuple[tuple[str, str, str], ...] = (
    # kind, subject, text
    (
        "interview",
        "Thursday",
        "Hi Nora, all sorted for Thursday at 2.30pm. You'll be sitting down with Jo from logistics and myself, we'll go through your CV and tell you a bit about the depot. Free parking round the back.",
    ),
    (
        "interview",
        "Your meeting with our team",
        "Dear Nora, we're set: Wednesday, June 17, 9:30 AM EDT on Zoom. You'll spend 30 minutes each with our CTO and two engineers. We're looking forward to hearing how you'd approach our data problems. Background on the position is attached.",
    ),
    (
        "interview",
        "Lecturer in Nursing (ref 4471) - selection event",
        "Dear Nora, The selection event for the above post will be held on Friday 19 June 2026. Please report to Reception, Baird Building, by 09.15. You will be asked to give a ten-minute presentation to the panel. Please bring original proof of your qualifications.",
    ),
    (
        "interview",
        "Trial Friday",
        "Hi Nora, come and do a few hours with us on Friday 12 June, 5pm start. Black trousers, non-slip shoes, we'll feed you. Chef's called Marek. If it goes well we'll talk money after.",
    ),
    (
        "interview",
        "Walk-in for the post of Accounts Executive",
        "Dear Candidate, your profile has been shortlisted for the post of Accounts Executive. You are requested to report at our Andheri office on 15.06.2026 at 11.00 AM for a personal discussion with our Finance Head. Kindly carry two copies of your resume.",
    ),
    (
        "interview",
        "A reminder from the school office",
        "Dear Nora, just to remind you that you will be teaching a 25-minute lesson to Year 4 on Tuesday 16 June at 9.20am, followed by a conversation with the Head and a governor about the vacancy. Please bring photo ID for our DBS records.",
    ),
    (
        "interview",
        "Council vacancy 2231",
        "Further to your application for the above vacancy I am pleased to advise that you have been shortlisted. You should attend at County Hall, Room 3, on 22 June 2026 at 2.15pm. The board will consist of three members. Kindly acknowledge this letter.",
    ),
    (
        "reschedule",
        "Quick change",
        "Hi Nora, slight wrinkle: our ops director is stuck in Lagos until Wednesday. Your interview on Tuesday 16 June at 10am will now be on Thursday 18 June at 10am. Everything else as it was.",
    ),
    (
        "reschedule",
        "Your panel",
        "Dear Nora, owing to a rail strike the panel will convene one day later than advised, on Wednesday 17 June 2026 at 14:00. We apologise for any inconvenience this causes.",
    ),
    (
        "reschedule",
        "Change of venue and time",
        "Please note that your interview for the Teaching Assistant post, originally arranged for 10 June at 1pm, takes place at 3pm on the same day, and in the Annexe rather than the Main Building.",
    ),
    (
        "cancellation",
        "Interview 11 June",
        "Dear Nora, Following a change in the department's budget the recruitment to the Planner post has been halted, so please disregard the invitation to interview on 11 June. We are sorry for any inconvenience.",
    ),
    (
        "cancellation",
        "tomorrow",
        "Hi Nora, in passing: don't make the trip tomorrow. Both interviewers are off sick. Can you send me a few times for the week after next?",
    ),
    (
        "cancellation",
        "Tuesday",
        "Hi Nora, I'll have to scrub our chat on Tuesday at 3. The client has put the contract role on ice until Q4. Really sorry, I know you'd prepped for it.",
    ),
    (
        "scheduling",
        "Interview slots - Band 6 OT",
        "Dear Nora, you have been shortlisted. Please log in to Trac and pick an interview slot. Interviews are being held on 22, 23 and 24 June. Slots are allocated on a first come first served basis.",
    ),
    (
        "scheduling",
        "Your profile",
        "Dear Nora, Greetings from Harrowgate. Your profile matches with our opening for Java Lead at Pune. Kindly confirm your availability for a telephonic round with our technical panel this week or next and share two convenient slots.",
    ),
    (
        "scheduling",
        "Provisional date",
        "Hi Nora, I'm holding Tuesday 16 June at 11 for your interview, but I still need the head of department to say yes. I'll firm it up by Friday.",
    ),
    (
        "received",
        "CV",
        "Hi Nora, got it, thank you! CV's with the hiring manager now, I'll shout when I hear something.",
    ),
    (
        "received",
        "Your letter of 2 June",
        "Dear Ms Vogt, I write to acknowledge your letter and enclosures regarding the post of Archivist, which will be put before the committee in due course.",
    ),
    (
        "rejection",
        "Your visit last week",
        "Dear Nora, what a treat it was to have you with us last Tuesday. Everybody remarked on your warmth and how well you knew our collection. We had four people any museum would be lucky to have, and only one desk. It pains me to write that the desk has gone to somebody who has run a loans programme before. Please do keep an eye on our site, I'd be glad to see your name again.",
    ),
    (
        "rejection",
        "Staff Nurse - outcome",
        "Dear Nora, thank you for attending. The panel did not feel able to appoint you on this occasion. You met the essential criteria and scored well on values but others scored higher. I'm happy to give feedback by phone.",
    ),
    (
        "rejection",
        "Decision",
        "Nora, I'll get straight to it because I know waiting is horrible. You were terrific, and you came second. I wish we had two jobs. If the other person drops out you'd be my first call.",
    ),
    (
        "rejection",
        "Regarding your candidature",
        "Dear Nora, this has reference to your interview dated 02.06.2026. We regret to inform that your candidature could not be considered for the position of Java Lead. We wish you all the best for future endeavours.",
    ),
    (
        "rejection",
        "Role update",
        "Hi Nora, heads-up that the business has decided to fill the analyst role from within, so we won't be progressing any external CVs, yours included. Thanks for your patience, and I'll keep you in mind for the next one.",
    ),
    (
        "offer",
        "So...",
        "Nora!! We'd be mad not to have you. 31k, start on the 6th of July if your notice allows. Say yes? I'll get Bev to post the contract Monday.",
    ),
    (
        "offer",
        "Appointment - Staff Nurse Band 5",
        "Dear Nora, Following your recent interview I am delighted to confirm that you were successful. This conditional offer is subject to references, occupational health and DBS clearance.",
    ),
    (
        "offer",
        "Offer of appointment",
        "Dear Nora, With reference to your application and subsequent discussions we are pleased to appoint you as Java Lead at a CTC of INR 24,00,000 per annum. You are required to join on 01.07.2026.",
    ),
    (
        "offer",
        "good news",
        "hi nora the lads liked you, job's yours if you want it. 26 an hour, start monday week 7am. let me know",
    ),
    (
        "offer",
        "Letter of offer - Records Officer",
        "Dear Nora, I am pleased to offer you employment with Harrowgate as Records Officer, Grade 5, on a full-time ongoing basis. Please sign and return the acceptance form by 19 June.",
    ),
    (
        "update",
        "After Tuesday",
        "Dear Nora, it was good to meet you on Tuesday. The panel reconvenes on 24 June and we aim to inform all candidates within the week after.",
    ),
    (
        "update",
        "References please",
        "Hi Nora, thanks for coming in on Tuesday, everyone enjoyed meeting you. Could you send me the names of two referees? We'll ring them this week and come back to you after that.",
    ),
    (
        "other",
        "Interview panel 18 June",
        "Hi Nora, thanks for agreeing to sit on the panel on Thursday 18 June at 10. Applications and the scoring grid are attached; we have four candidates back to back in Room 2.",
    ),
    (
        "other",
        "Talk to us for a piece on remote work?",
        "Hi Nora, I'm writing a feature on remote work for the Sunday supplement and would love to interview you. Could we talk Thursday 11 June at 3pm? 20 minutes by phone.",
    ),
    (
        "other",
        "Kids' school place: meeting",
        "Dear Nora, we would like to invite you and Theo to meet the head teacher about his place in Reception on Thursday 18 June at 9.15am.",
    ),
    (
        "other",
        "Board meeting 18 June",
        "Hi all, a reminder that the trustees meet on Thursday 18 June at 6pm. Agenda and papers attached. Item 4: recruitment of a new director.",
    ),
    (
        "other",
        "Reference for Sam Okoro",
        "Hi Nora, Sam Okoro has applied for the planner role here and gave your name. Could we have a ten minute call on Thursday 11 June at 2pm about his time with you?",
    ),
    (
        "interview",
        "Phone call re: Trainee Accountant",
        "Good afternoon Nora. Mr Byrne will ring you on Friday 12th June at 11.15am on the mobile number you gave us, to go through your experience and tell you about the practice. It'll take around twenty minutes.",
    ),
    (
        "interview",
        "Head Chef",
        "Nora, Wed 17th, 3pm between services, that's when the owner's in. Cook us two plates, anything you like, I'll have the basics in for you. We'll have a proper sit down after about hours and money.",
    ),
    (
        "interview",
        "RE: Graduate Surveyor Programme",
        "Dear Nora, Congratulations on reaching the final stage. You are invited to our Assessment Centre on Thursday 25 June 2026, 09:00 - 16:30, at 1 Colmore Row, Birmingham. The day will include a group exercise, a written task and a competency based discussion with two partners.",
    ),
    (
        "interview",
        "Your appointment with Mrs Abara",
        "Dear Nora, with regard to the Receptionist vacancy at our surgery, Mrs Abara (Practice Manager) would like to see you on Tuesday 16 June at 12.45pm. Please come to the side entrance.",
    ),
    (
        "interview",
        "Invite for second discussion",
        "Hi Nora, As discussed telephonically, please be informed that your second level discussion is scheduled with our VP on 12th June, 4:30 PM IST over MS Teams. Request you to be available 10 min prior. Please acknowledge.",
    ),
    (
        "interview",
        "hi from the gallery",
        "Hi Nora, yes please do come! Friday at noon would be perfect for me, I'll be the one with paint on my jumper. I'd like to show you the space and hear what you'd do with the autumn programme. Bring the catalogue you mentioned in your application.",
    ),
    (
        "interview",
        "PA to the Bursar: 18 June",
        "Dear Nora, Thank you for accepting our invitation. The timetable for Thursday 18 June is as follows. 9.45am arrive; 10.00am typing exercise; 10.30am meeting with the Bursar and the Head; 11.15am tour with a pupil. You are the second of three candidates. Do let Mrs Ash know of any dietary needs.",
    ),
    (
        "interview",
        "Coffee on Thursday",
        "Lovely. So that's Thursday 18 June, half ten, the café on Baggot Street. I'll fill you in on where the practice is heading and why we want a second solicitor, and you can grill me.",
    ),
    (
        "interview",
        "Next conversation",
        "Nora, the partners were taken with you. Final hurdle: an hour with our managing partner, Ifeoma Eze, on Friday 19 June at 2pm at Victoria Island. She'll talk strategy. I've let her PA know you're coming.",
    ),
    (
        "interview",
        "Police Staff vacancy - vetting officer",
        "Dear Applicant, I am pleased to inform you that your application has passed the sift and you are required to attend a board at Headquarters on Tuesday 23 June at 1400 hrs. Please bring your passport and driving licence. Please confirm your attendance.",
    ),
    (
        "interview",
        "you're on",
        "Nora you're on for Monday at 2 with Jess + Tom, both on the same call. They'll mostly ask about the rebrand. Have a case ready",
    ),
    (
        "interview",
        "Nursery practitioner",
        "Hi Nora, would love you to come and spend a morning with our two year olds before we chat in the office. Shall we say Monday 15 June, 9.30 til 12? Already cleared it with Jan so just turn up.",
    ),
    (
        "reschedule",
        "Amended interview time",
        "Dear Nora, please note the amended time of your interview for the post of Librarian: Friday 12 June at 11.50am (not 10.50am as stated in our letter).",
    ),
    (
        "reschedule",
        "Earlier?",
        "Hello Nora, thank you for being flexible on the phone just now. As agreed you'll now see the panel at 9.30 on Friday the 12th instead of in the afternoon.",
    ),
    (
        "reschedule",
        "Tomorrow's interview",
        "Nora, traffic on the M62 is solid and Dan won't be in the office before lunch. We'll see you at 1.30 tomorrow and not at 10. Hope that's not a pain.",
    ),
    (
        "cancellation",
        "Friday",
        "Hi Nora, I'm sorry to mess you about. We've found someone through the agency who's starting Monday so there's no point you coming over on Friday for the interview. Thanks for your interest in the job.",
    ),
    (
        "cancellation",
        "Your interview on 16 June",
        "Dear Nora, I write to let you know that the Trust has put a freeze on non-clinical posts and your interview on 16 June will therefore not be proceeding. We will contact you if the position changes.",
    ),
    (
        "cancellation",
        "Regarding tomorrow",
        "Dear Nora, please be informed that tomorrow's technical round stands cancelled due to the non availability of the panel. We will share the revised slot shortly.",
    ),
    (
        "cancellation",
        "bad timing",
        "Nora so sorry but chef's walked out so I've got no one to do your trial shift with on Thursday. Leave it for now and I'll text you next week x",
    ),
    (
        "cancellation",
        "Withdrawal of vacancy",
        "Dear Ms Vogt, Further to our invitation of 28 May, the Board has resolved not to fill the post of Bursar this year. Your attendance on 17 June is accordingly no longer required. Any non-refundable travel costs will be met.",
    ),
    (
        "scheduling",
        "Chat?",
        "Hi Nora, I run engineering here. Would you be up for a chat about the backend role? Throw a couple of times at me, evenings are fine too (I'm in Sydney).",
    ),
    (
        "scheduling",
        "Shortlisting - Teaching Assistant",
        "Dear Nora, I am delighted to say you have been shortlisted. Interviews will be on Wednesday 17 June. Please let the office know whether you'd prefer a morning or afternoon slot, and we will confirm your exact time.",
    ),
    ("scheduling", "Trial shift", "hi nora got ur cv looks good!! when can u do a trial? were open wed-sun"),
    (
        "scheduling",
        "Next round",
        "Hi Nora, the feedback was great and the team would like a second conversation. Could you do Tuesday at 4 or Wednesday at 11 (both London time)? I'll send an invite for whichever you choose.",
    ),
    (
        "scheduling",
        "Out of the blue",
        "Hi Nora, I'm a recruiter working with a Series B fintech that's looking for a Head of Risk. Your background looks spot on. Open to a brief call this week or next? Let me know what works.",
    ),
    (
        "received",
        "Your CV",
        "Dear Nora, thank you for dropping your CV in. I've put it in front of the owner and one of us will ring you if there's a fit.",
    ),
    (
        "rejection",
        "Head of Risk",
        "Hi Nora, I've had the client's feedback. They loved your energy and think you'd be brilliant somewhere, but they want someone who has taken a bank through authorisation. So that's that one closed, I'm sorry. I've a couple of other things brewing; coffee when you're back?",
    ),
    (
        "rejection",
        "Librarian post",
        "Dear Nora, Thank you for attending for interview on 4 June. All four of you performed to a very high standard. I am writing to let you know that the post has been offered to and accepted by one of the other candidates. May I take this opportunity to thank you for the interest you have shown.",
    ),
    (
        "rejection",
        "Outcome of interview - Vetting Officer",
        "The board found you suitable but not at a level where an appointment could be made. Your name has been placed on a reserve list which is valid for six months.",
    ),
    (
        "rejection",
        "Quick note",
        "Nora, thank you for your patience while we made up our minds. We've gone another way on this one. It was a genuinely tough call and you should be proud of how you did.",
    ),
    (
        "rejection",
        "Your application: Graduate Surveyor",
        "Dear Nora, We have now completed the sift. Regrettably your application has not been taken forward to the assessment centre stage. The scheme reopens in September.",
    ),
    (
        "rejection",
        "Thank you",
        "Hello Nora, it was a pleasure having you in. Your presentation was the best of the day by some distance. Sadly the budget for the role has just been pulled by head office, and we won't be hiring anyone. I'm so cross about it.",
    ),
    (
        "offer",
        "Your offer from Harrowgate",
        "Hi Nora, I'm thrilled to share your offer letter for Data Engineer. Base $148,000, 10% bonus, start date July 13. Please review and e-sign by June 16. Happy to jump on a call with any questions.",
    ),
    ("offer", "re saturday", "nora ur hired lol. can u do tues-sat from next week, 12.50 an hr + tips. bring p45"),
    (
        "offer",
        "Provisional offer of appointment",
        "Dear Nora, I am pleased to inform you that the board has recommended you for appointment as Vetting Officer. This provisional offer is subject to vetting, medical and reference checks.",
    ),
    (
        "offer",
        "Contract",
        "Dear Nora, Please find attached the contract for the position of Teaching Assistant, commencing 1 September 2026. Kindly sign both copies and return one to the office.",
    ),
    (
        "update",
        "Where we are",
        "Hi Nora, just so you're not left wondering: we've finished first interviews and are narrowing things down. I'd expect to be back to everyone by Wednesday 17 June.",
    ),
    (
        "update",
        "Your interview on 4 June",
        "Dear Nora, Thank you for attending on 4 June. The panel's recommendation is now with HR for approval, which normally takes ten working days. We will write to you once this is complete.",
    ),
    (
        "other",
        "Coffee Thursday?",
        "Hey Nora, still on for our usual Thursday coffee at 10? I want to hear about the house move. Also Pete's interviewing for a dog, apparently.",
    ),
    (
        "other",
        "Project kick-off, 16 June",
        "Hi Nora, confirming the kick-off call for the website project on Tuesday 16 June at 2pm with our design team. Zoom link below. We'll go through roles and responsibilities.",
    ),
    (
        "other",
        "Customer story",
        "Hi Nora, marketing would love to interview you for a customer story about how you use Harrowgate. Does Tuesday 16 June at 11am work? We'll send you a £50 voucher.",
    ),
    (
        "other",
        "Interviews on the 18th",
        "Morning Nora, can you cover the 2pm candidate on the 18th? Priya is on leave. It's for the analyst role, CV and question sheet are on the drive.",
    ),
    (
        "other",
        "Your background check",
        "Hi Nora, as part of your offer, please complete the screening forms by Friday 12 June. Checks usually take 5 days. Questions? Call us on 0800 000.",
    ),
    (
        "other",
        "Speaking at our meetup?",
        "Hi Nora, we run a monthly data meetup. Would you be up for a talk on Thursday 25 June at 6.30pm? 20 minutes plus questions, pizza provided.",
    ),
    (
        "other",
        "Alumni chat",
        "Hi Nora, happy to talk about life at the firm, though we're not recruiting at the moment. Thursday 18 June at 5pm on Teams?",
    ),
    (
        "interview",
        "Wednesday",
        "Nora, confirming Wed 10 June, 17:30 by phone. I'm calling you. We'll talk through the store, the hours and what you're after.",
    ),
    (
        "interview",
        "Your conversation with Harrowgate",
        "Dear Nora, I'm glad we found a time. You'll be speaking with our COO, Ngozi Bello, on Tuesday 16 June at 10:00 WAT. She'd like to hear about your time at the port authority. The Zoom details are below.",
    ),
    (
        "interview",
        "Invitation to attend: Registrar (Planning)",
        "Dear Ms Vogt, The Commission has considered your application and wishes to invite you before the appointments panel on Monday 22 June 2026 at 11:30 in the Council Chamber. Kindly confirm attendance by return.",
    ),
    (
        "interview",
        "See you Monday",
        "Hi Nora, just confirming that we'll see you Monday 15 June at 8.45am for your lesson observation with Year 9, followed by a chat with Mr Dlamini about the Maths post.",
    ),
    (
        "interview",
        "TA / Fri",
        "hi nora its sunita from little oaks, mrs grant says friday 12th at 1.15 is good, shes the head. come to the office n we'll take u thru",
    ),
    (
        "interview",
        "Panel: Senior Scientist",
        "Dear Nora, all arrangements are now in place for Thursday 25 June. 09:30 research talk (30 min, open to the department), 10:15 panel with Professors Hale and Osei, 11:30 lab tour, 12:15 lunch with postdocs.",
    ),
    (
        "reschedule",
        "Slight tweak to Wednesday",
        "Hi Nora, slight tweak: could I ask you to come at 3.30 rather than 3 on Wednesday 17 June? Helen has a school run. No reply needed unless that's a problem.",
    ),
    (
        "reschedule",
        "Interview date brought forward",
        "Dear Nora, because of the bank holiday your interview for the Registrar post has been brought forward from Monday 22 June to Friday 19 June at 11:30.",
    ),
    (
        "cancellation",
        "Your lesson observation",
        "Dear Nora, We have had a confirmed outbreak of norovirus and school is shut until further notice. Please do not come in on Monday. I shall be in touch to set up another date.",
    ),
    (
        "cancellation",
        "today",
        "hi nora so sorry cant do today after all, baby's poorly. will get back to u about another day for the interview xx",
    ),
    (
        "cancellation",
        "Registrar (Planning)",
        "Dear Ms Vogt, I refer to our letter inviting you to the appointments panel on 22 June. I regret that the panel has had to be stood down and the invitation is withdrawn.",
    ),
    (
        "scheduling",
        "Business Analyst at Calderbank",
        "Hi Nora, good news, they'd like to see you. Which of these could you make: Tue 16 at 11, Wed 17 at 3, Thu 18 at 9.30? All in Bristol. I'll lock it in as soon as I hear from you.",
    ),
    (
        "scheduling",
        "Telephone interview",
        "Dear Nora, thank you for your application for Lab Manager. We would like to hold a telephone interview with you next week. Please advise which days suit, and a number on which you can be reached.",
    ),
    ("received", "Re: Sous chef", "Cheers Nora, got your CV. I'll have a read after service and give you a shout."),
    (
        "received",
        "Expression of interest: Casual tutor",
        "Dear Nora, Thank you for submitting an expression of interest for the casual tutor pool. Your details have been logged and we'll contact you before semester starts should suitable classes arise.",
    ),
    (
        "rejection",
        "Calderbank",
        "Hi Nora, I'm sorry, it's a no from Calderbank. They said you interviewed really well and it came down to sector knowledge. I'll keep you front of mind for anything similar.",
    ),
    (
        "rejection",
        "Maths post",
        "Dear Nora, It was lovely to watch you teach on Monday; the children were captivated. After a long discussion the governors decided to appoint a candidate with more exam experience. Mr Dlamini would be glad to give you feedback.",
    ),
    (
        "rejection",
        "First designer",
        "Nora, thank you for the time you gave us and the (excellent) concept. We talked it through as founders and we're going to hold off on a design hire until after the raise. I know that's not what you wanted to hear.",
    ),
    (
        "rejection",
        "Lab Manager",
        "We thank you for your interest in the above post. The successful candidate has now accepted and the vacancy is closed.",
    ),
    (
        "offer",
        "Maths post",
        "Dear Nora, further to our telephone conversation this afternoon I am delighted to confirm the governors' offer of the post of Teacher of Mathematics from 1 September, on MPS 4. Please reply to confirm your acceptance.",
    ),
    (
        "offer",
        "Employment Agreement",
        "Hi Nora, attached is your individual employment agreement and position description. Please read it carefully, get advice if you wish, and return a signed copy by Friday 19 June. We're stoked to have you joining us.",
    ),
    (
        "other",
        "Catch up Tuesday?",
        "Hi Nora, are you free for a catch-up on Tuesday at 10 about the Q3 budget? Teams as usual.",
    ),
    (
        "other",
        "Interview with you for our alumni magazine",
        "Dear Nora, we'd love to feature you in the autumn issue. Could our writer call you on Friday 12 June at 2pm for half an hour?",
    ),
    (
        "other",
        "Candidate arriving 10am Thursday",
        "Hi Nora, the candidate for the analyst role (Amir) arrives at 10 on Thursday. You're on with Priya for the technical part; please score him in the system by Friday.",
    ),
    (
        "other",
        "Your viewing on Saturday",
        "Hi Nora, confirming your viewing of 14 Mill Lane on Saturday 13 June at 11.30am. Jake from our office will meet you there. Please bring photo ID.",
    ),
    (
        "other",
        "Training day",
        "Hi Nora, a reminder that your manual handling training is on Thursday 18 June, 9am to 12, in the canteen. Sign the sheet when you arrive.",
    ),
    (
        "other",
        "Volunteer at our open day",
        "Hi Nora, thanks for offering to help! We'll see you on Saturday 20 June at 9am at the main gate. Ask for Pat, wear sensible shoes.",
    ),
    (
        "other",
        "Partnership call",
        "Hi Nora, great to connect. Let's speak Thursday 18 June at 3pm about how our agencies could work together on placements. Zoom below.",
    ),
    (
        "interview",
        "Documents for the 16th",
        "Dear Nora, ahead of Tuesday 16 June (11.00, Room 4) could you send us your degree certificate and the names of two people we may write to. You will first be shown round by Ms Ade and then see the panel.",
    ),
    (
        "interview",
        "Clinical Nurse Manager II",
        "A chara, I refer to your application for the above post. You are hereby called to attend before the Board on Thursday 18th June 2026 at 11.20 a.m. in the Boardroom, St Fintan's. Failure to attend will be taken as withdrawal. Is mise le meas",
    ),
    (
        "interview",
        "Trial",
        "Kia ora Nora, thanks for your mahi so far. You're down for a shift with us on Saturday 13 June, 7am till noon, paid of course. Ask for Hemi at the pass.",
    ),
    (
        "interview",
        "Howzit Nora",
        "We'd like you to come through to our Sandton office on Wednesday the 17th at 14h00 to sit with our MD, Thabo Nkosi, regarding the buyer position. Parking is in the basement.",
    ),
    (
        "interview",
        "Academy Teacher",
        "Dear Nora, the governors have asked to see you on Friday 19 June at 1.15pm. You should prepare an assembly of ten minutes on resilience.",
    ),
    (
        "reschedule",
        "Change",
        "Hi Nora, Tuesday is a write-off for us I'm afraid. New plan: Thursday 18 June at 10, everything else as before. This is for the lab tech interview.",
    ),
    (
        "reschedule",
        "Your interview has a new time",
        "Hi Nora, Your interview with Harrowgate was: Wed 10 June 2026 11:00. It is now: Fri 12 June 2026 15:30. Join link unchanged.",
    ),
    (
        "reschedule",
        "Clash",
        "Nora, Leon is needed in court on the 12th, so I've had to put you in with him on the 16th at 9.15. Same drill otherwise. Sorry to mess you about before your second interview.",
    ),
    (
        "cancellation",
        "Thursday",
        "Nora, hate doing this but we'll have to leave Thursday's interview. Our funding's been pulled overnight. I'll be in touch if that changes.",
    ),
    (
        "cancellation",
        "Notice",
        "The interview for the post of Lab Assistant fixed on 12.06.2026 stands cancelled due to administrative reasons. Fresh date will be intimated in due course.",
    ),
    (
        "cancellation",
        "Walk in",
        "Please be informed that the personal interaction scheduled on 11th June stands deferred till further intimation.",
    ),
    (
        "scheduling",
        "Screen",
        "Hi Nora, kindly revert with your convenient slots for tomorrow and day after for the first round with our tech lead.",
    ),
    (
        "other",
        "Interviewing Sam",
        "Nora, thanks for agreeing to help interview on Thursday. Sam Rowe arrives at 10, you have the 10.30 slot on system design. His CV's attached. Feedback by Friday please.",
    ),
    (
        "other",
        "Panel for maths post",
        "Nora, you'll be on the panel with Jo and me on Thursday 11 June at 9. Three candidates, forty minutes each. Questions attached; please score independently.",
    ),
    (
        "interview",
        "Panel next week",
        "Dear Nora, you will be interviewed on Monday 15 June at 11.30am. On the panel with me will be Dr Osei and Ms Lund. Please send us your references by Friday.",
    ),
    (
        "interview",
        "Interview confirmation",
        "Dear Nora, your interview for the post of Ward Clerk is on Monday 15 June at 10am. Please bring your passport and a bank statement or utility bill as proof of address. You can claim your fare: bring your bank details.",
    ),
    (
        "interview",
        "Interview, Registrar",
        "Dear Nora, your interview for Registrar is at 9.30am on 16 June. A scan of your passport and your medical council certificate should reach us beforehand. The scoring matrix is published on our website so that you can see how you'll be marked.",
    ),
    (
        "interview",
        "Mortgage Adviser interview",
        "Dear Nora, thank you for applying to be a Mortgage Adviser at our Leeds branch. We'd like to see you on Tuesday 16 June, 10.15am, with Mr Hough, Branch Manager.",
    ),
    (
        "interview",
        "Teaching Assistant",
        "Dear Nora, the Head of Year 4 and I look forward to your interview on Tuesday 16 June at 8.50. You will read with a child while we watch. Parents' evening is that day so park on the road.",
    ),
    (
        "interview",
        "Visa Officer role",
        "Dear Ms Vogt, your interview for the Consular Assistant post will take place at the Embassy on 22 June 2026 at 09:00. Please bring ID for security.",
    ),
    (
        "interview",
        "Call letter",
        "You are advised to present yourself for Document Verification and Viva Voce on 17-06-2026 at 09:30 AM along with originals. Post applied: Junior Assistant.",
    ),
    (
        "interview",
        "Noho marae",
        "Tēnā koe Nora, we would like to hui with you kanohi ki te kanohi about the kaiako role on Tuesday 16 June at 10am at our office.",
    ),
    (
        "cancellation",
        "Interview 12/06",
        "Please note that HR has retracted the invitation for 12/06. Kindly ignore the earlier mail.",
    ),
    (
        "cancellation",
        "Invitation withdrawn",
        "Dear Nora, further to our letter inviting you to interview on 18 June, a recruitment embargo was announced today and we are unable to see candidates until it is lifted.",
    ),
    (
        "other",
        "Policy claim",
        "Dear Nora, our loss adjuster will visit on Thursday 11 June at 2pm to discuss your claim.",
    ),
)
