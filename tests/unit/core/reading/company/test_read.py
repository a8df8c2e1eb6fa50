"""Whole mails, each written for one thing that is easily got wrong."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Message, Owner
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import ContactWish, Kind, Reading
from tests.unit.core.reading.company.words import CUES

NORA = Owner(name="Nora Quist", email="nora.quist@example.org", tz="America/Chicago")
BEN = Owner(name="Ben Hale", email="ben.hale@example.net", tz="Europe/London")
LENA = Owner(name="Lena Vogt", email="lena.vogt@example.net", tz="Europe/Berlin")
PRIYA = Owner(name="Priya N", email="priya.n@example.com", tz="Asia/Kolkata")


@dataclass(frozen=True, kw_only=True)
class Case:
    """A mail and what has to be read out of it; what is None is not looked at, but ``start``."""

    owner: Owner
    sender: str
    subject: str
    date: str
    body: str
    kind: Kind
    headers: str = ""
    start: str | None = None
    company: str | None = None
    role: str | None = None
    people: tuple[str, ...] | None = None
    medium: str | None = None
    minutes: int | None = None
    decision_by: str | None = None
    contact: str | None = None


def read(case: Case) -> Reading:
    return read_company_mail(message=mail_of(case), owner=case.owner, cues=CUES)


def mail_of(case: Case) -> Message:
    head = f"From: {case.sender}\nTo: {case.owner.name} <{case.owner.email}>\nSubject: {case.subject}\nDate: {case.date}\n{case.headers}"
    mime = "Message-ID: <one@mail.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    return parse_message((head + mime + case.body).encode())


CASES = [
    pytest.param(
        Case(
            owner=NORA,
            sender="Sandra Whitcomb <sandra.whitcomb@bluefield-energy.example>",
            subject="Interview Confirmation",
            date="Mon, 01 Jun 2026 10:00:00 -0500",
            kind=Kind.INTERVIEW,
            start="2026-06-08T14:00:00-05:00",
            company="Bluefield Energy",
            role="Grid Planner",
            people=("Paul Denton", "Mia Ruiz"),
            medium="onsite",
            minutes=60,
            decision_by="2026-06-19",
            contact="sandra.whitcomb@bluefield-energy.example",
            body="""\
Hello Nora,

I'm happy to confirm your interview for the Grid Planner role at Bluefield Energy:

Date: Monday, June 8th
Time: 2:00pm - 3:00pm CT
Location: 400 Lake Street, Suite 900
Interviewers: Paul Denton (Director of Planning), Mia Ruiz

Please bring a photo ID. We plan to make a decision by June 19.

Best,
Sandra Whitcomb
Talent Acquisition, Bluefield Energy
""",
        ),
        id="labelled lines give date, hours, place and both interviewers",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Priti Shah <priti@lumo-labs.example>",
            subject="Quick chat?",
            date="Tue, 09 Jun 2026 16:20:00 +0100",
            kind=Kind.SCHEDULING,
            company="Lumo Labs",
            role="Backend Engineer",
            minutes=20,
            body="""\
Hi Ben,

Great CV. Would you have time for a 20-minute call this week or next to talk about our Backend Engineer opening? Here's my calendar: https://cal.example/priti

Cheers
Priti
Lumo Labs
""",
        ),
        id="a calendar link and a question fix nothing",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Priti Shah <priti@lumo-labs.example>",
            subject="Re: Quick chat?",
            date="Wed, 10 Jun 2026 09:20:00 +0100",
            kind=Kind.INTERVIEW,
            start="2026-06-12T11:00:00+01:00",
            role="Backend Engineer",
            people=("Priti Shah",),
            medium="phone",
            body="""\
Lovely, I'll give you a ring on Friday at 11am then. What's the best number?

Priti

On Tue, 9 Jun 2026 at 18:02, Ben Hale <ben.hale@example.net> wrote:
> Hi Priti, Friday at 11 would be great for me. Looking forward to hearing about the Backend Engineer role.
> Ben
""",
        ),
        id="a promise to ring, the role only in the quote",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Harlan Foods Careers <no-reply@myworkday.example>",
            subject="Thank you for your application",
            date="Tue, 02 Jun 2026 10:00:00 +0000",
            kind=Kind.RECEIVED,
            company="Harlan Foods",
            role="Procurement Analyst",
            body="""\
Dear Nora,

We have received your application for the position of Procurement Analyst (R-5521). Our recruiting team will review it and contact you if there is a match.

Harlan Foods Talent Acquisition
Please do not reply to this email.
""",
        ),
        id="a receipt for an application",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Harlan Foods Careers <no-reply@myworkday.example>",
            subject="Your application for Procurement Analyst",
            date="Tue, 12 Jun 2026 10:00:00 +0000",
            kind=Kind.REJECTION,
            body="""\
Dear Nora,

Thank you for taking the time to apply and interview for Procurement Analyst. After careful consideration we have decided to pursue other candidates whose experience more closely matches our needs.

We wish you the best in your search.
""",
        ),
        id="other candidates match more closely",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Joel Brandt <joel.brandt@kestrelworks.example>",
            subject="Offer",
            date="Fri, 12 Jun 2026 15:00:00 -0500",
            kind=Kind.OFFER,
            body="""\
Nora,

It was a unanimous decision: we would love for you to join Kestrel Works as our Operations Lead! Base salary is $92,000, start date July 6. The formal offer letter is attached. Let me know by Wednesday if you have questions.

Joel
""",
        ),
        id="a unanimous decision to hire",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Maria Tate <maria.tate@bluefield-energy.example>",
            subject="Interview cancelled",
            date="Fri, 05 Jun 2026 09:00:00 -0500",
            kind=Kind.CANCELLATION,
            start="2026-06-08T14:00:00-05:00",
            body="""\
Hi Nora,

I'm writing to let you know that we have to cancel your interview scheduled for Monday, June 8 at 2 PM. The hiring manager has been called away unexpectedly. We'll be in touch with new dates next week.

Maria Tate
Recruiting Coordinator, Bluefield Energy
""",
        ),
        id="an interview called off, new dates only announced",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Rupert Lane <rupert@lanesearch.example>",
            subject="Northgate Rail - Project Manager",
            date="Mon, 15 Jun 2026 17:30:00 +0100",
            kind=Kind.INTERVIEW,
            start="2026-06-23T14:30:00+01:00",
            company="Northgate Rail",
            role="Project Manager",
            people=("Helen Marsh",),
            medium="onsite",
            minutes=60,
            contact="rupert@lanesearch.example",
            body="""\
Ben,

Good news, Northgate Rail want to see you for the Project Manager job. It's with Helen Marsh, their Programme Director, on Tuesday 23rd June at 14.30 at their York office. Allow an hour.

I'll call you Monday to prep.

Rupert Lane
Lane Search & Selection
07700 900123
""",
        ),
        id="an agency: the company is its client",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Emily Stone <e.stone@wrenhealth.example>",
            subject="Next steps",
            date="Thu, 18 Jun 2026 12:00:00 +0100",
            kind=Kind.UPDATE,
            company="Wren Health",
            decision_by="2026-06-26",
            body="""\
Hi Ben,

Thanks again for coming in yesterday - the team really enjoyed meeting you. We have one more candidate to see on Monday and expect to get back to everyone by the end of next week.

Best wishes,
Emily
People Partner, Wren Health
""",
        ),
        id="a status note with the end of next week",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Dr. Alan Kirsch <akirsch@midwestortho.example>",
            subject="Appointment reminder",
            date="Mon, 01 Jun 2026 10:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Reminder: your appointment with Dr. Kirsch is on Thursday, June 4 at 9:15 AM at our Oak Park office. Please call 312-555-0100 to reschedule.
""",
        ),
        id="a doctor is not an interviewer",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Tyler Quist <tyler.quist@gmail.com>",
            subject="guess what",
            date="Mon, 01 Jun 2026 10:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Hey sis! I got an interview at Delphi Motors on Wednesday at 10!! For the mechanic job. Wish me luck.
Ty
""",
        ),
        id="a brother's interview is not the owner's",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Grace Lim <grace@datacove.example>",
            subject="Video interview with Datacove on June 11",
            date="Thu, 04 Jun 2026 13:00:00 -0700",
            kind=Kind.INTERVIEW,
            start="2026-06-11T10:00:00-07:00",
            company="Datacove",
            role="Senior Data Analyst",
            people=("Omar Haddad", "Beth Cole"),
            medium="video",
            minutes=45,
            body="""\
Hi Nora,

You're all set! Your video interview with our Head of Data, Omar Haddad, and Senior Analyst Beth Cole is on Thursday, June 11 from 10:00 to 10:45 AM Pacific time (12:00 PM Central).

Join here: https://zoom.example/j/123456789

Role: Senior Data Analyst

If you need to reschedule, just reply to this email.

Grace Lim
Recruiter | Datacove
""",
        ),
        id="two zones for one instant, offices before names",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Jobs at Fernley Council <recruitment@fernley.example>",
            subject="Invitation to interview",
            date="Wed, 03 Jun 2026 09:00:00 +0000",
            kind=Kind.INTERVIEW,
            start="2026-06-17T11:15:00+01:00",
            role="Planning Enforcement Officer",
            people=("Joan Ward", "S. Patel"),
            medium="onsite",
            body="""\
Dear Mr Hale,

Post: Planning Enforcement Officer (Ref: PE/114)

Following shortlisting, I am pleased to invite you to attend an interview for the above post on Wednesday 17 June 2026 at 11.15am at the Civic Centre, Fernley.

The interview panel will consist of Mrs Joan Ward, Head of Planning, and Mr S. Patel, Senior Planner.

Please confirm your attendance by 10 June by emailing recruitment@fernley.example.

Yours sincerely,
Karen Miles
HR Adviser
""",
        ),
        id="a council: panel in a sentence",
    ),
    pytest.param(
        Case(
            owner=LENA,
            sender="Anouk Peeters <anouk.peeters@brightloop.example>",
            subject="Interview schedule - Brightloop",
            date="Mon, 08 Jun 2026 11:00:00 +0200",
            kind=Kind.INTERVIEW,
            start="2026-06-11T09:00:00+02:00",
            company="Brightloop",
            role="Product Analyst",
            people=("Anouk Peeters", "Marco Rossi", "Ines Weber", "Tom Krüger"),
            medium="video",
            minutes=180,
            body="""\
Hi Lena,

please find your schedule for Thursday, 11 June below (all times CEST):

09:00 - 09:45 Intro with Anouk Peeters (Recruiting)
10:00 - 11:00 Technical deep dive with Marco Rossi
11:15 - 12:00 Culture chat with Ines Weber and Tom Krüger

You'll be interviewing for Product Analyst. Everything takes place via Google Meet: https://meet.example/abc-defg-hij

Anouk
""",
        ),
        id="an agenda is one block",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Stacy from HireNow <stacy@hirenow-jobs.example>",
            subject="URGENT REQUIREMENT",
            date="Wed, 03 Jun 2026 15:00:00 +0000",
            kind=Kind.OTHER,
            body="""\
Hi,

Hope you are doing well. I came across your resume on a job portal and have an urgent requirement for Java Developer, 12 months contract. Interview: Skype, immediate. Please share your updated resume and rate.

Regards, Stacy
""",
        ),
        id="mass mail of a body shop",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Peter Olsen <peter@gridwise.example>",
            subject="Tomorrow",
            date="Tue, 16 Jun 2026 17:00:00 -0500",
            kind=Kind.INTERVIEW,
            start="2026-06-17T16:30:00-05:00",
            role="Analyst",
            people=("Peter Olsen", "Jane Wu"),
            medium="phone",
            body="""\
Hi Nora, just a reminder that we're speaking tomorrow at 4:30pm CT about the Analyst position. Dial-in: 312-555-0188, PIN 4432. I'll have our CFO Jane Wu on the line as well.

Peter Olsen
Gridwise
""",
        ),
        id="a dial-in is a telephone interview",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Wren Health Recruitment <noreply@teamtailor-mail.example>",
            subject="Interview booked",
            date="Mon, 15 Jun 2026 08:00:00 +0000",
            kind=Kind.INTERVIEW,
            start="2026-06-18T13:30:00+01:00",
            company="Wren Health",
            role="Clinical Data Manager",
            people=("Emily Stone", "Raj Mehta"),
            medium="video",
            minutes=45,
            body="""\
Hi Ben,

Your interview has been booked!

When: Thu 18 June 2026, 13:30 - 14:15 (Europe/London)
Where: Microsoft Teams
Who: Emily Stone, Raj Mehta
Job: Clinical Data Manager

Need to change the time? Reschedule or cancel here.

Wren Health
""",
        ),
        id="an ATS note with IANA zone",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="The Daily Grind <news@dailygrind.example>",
            subject="Ace your next interview",
            date="Wed, 03 Jun 2026 15:00:00 +0000",
            kind=Kind.OTHER,
            body="""\
10 questions hiring managers always ask. Join our free webinar on Thursday, June 11 at 1pm ET. Unsubscribe any time.
""",
        ),
        id="an advertised webinar",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Daily Planet <lois@dailyplanet.example>",
            subject="Interview request",
            date="Wed, 03 Jun 2026 15:00:00 +0000",
            kind=Kind.OTHER,
            body="""\
Hi Nora, I'm a reporter working on a story about rooftop solar. Could I interview you by phone on Friday at 2pm for about 15 minutes?
Lois
""",
        ),
        id="a reporter asks for an interview",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Amy Zhou <amy.zhou@northpeak.example>",
            subject="Following up",
            date="Thu, 11 Jun 2026 09:00:00 -0500",
            kind=Kind.REJECTION,
            body="""\
Hi Nora,

Thank you so much for your interest in Northpeak and for speaking with Dan. We were impressed, but we've decided to go with a candidate who has more hands-on SAP experience. I'd love to stay in touch for future roles.

Amy
""",
        ),
        id="a rejection hidden in praise",
    ),
    pytest.param(
        Case(
            owner=LENA,
            sender="Sofie Lund <sofie@nordvind.example>",
            subject="Re: Application Data Engineer",
            date="Tue, 09 Jun 2026 10:00:00 +0200",
            kind=Kind.INTERVIEW,
            start="2026-06-15T15:00:00+02:00",
            company="Nordvind",
            role="Data Engineer",
            people=("Sofie Lund",),
            medium="video",
            minutes=30,
            body="""\
Hi Lena,

Thanks for your patience. I'd like to invite you to a first interview with me on Teams next Monday, 15 June, at 15:00. It'll take around 30 minutes.

Best regards
Sofie Lund
HR Manager
Nordvind ApS
""",
        ),
        id="the author interviews",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Google Calendar <calendar-notification@google.com>",
            subject="Notification: Dinner with Sam @ Fri Jun 12, 2026 7pm - 9pm (CDT)",
            date="Fri, 12 Jun 2026 15:00:00 +0000",
            kind=Kind.OTHER,
            body="""\
Dinner with Sam
Friday Jun 12, 2026 7pm - 9pm Central Time - Chicago
""",
        ),
        id="a private dinner",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Human Resources <hr@oldemployer.example>",
            subject="Exit interview",
            date="Fri, 12 Jun 2026 15:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Hi Nora, as part of your offboarding we've scheduled your exit interview with Karen on Monday June 15 at 3pm in Room 4.
""",
        ),
        id="an exit interview",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Carla Mendes <carla@finchpartners.example>",
            subject="Interview tomorrow",
            date="Mon, 15 Jun 2026 12:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Hi team, reminder that we are interviewing Sam Lee tomorrow at 2pm for the analyst role. Nora, you're on the case study. Scorecards due by Wednesday.
""",
        ),
        id="the owner interviews somebody",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Tamsin Gray <tamsin.gray@verdantfoods.example>",
            subject="Interview - Category Manager - Tuesday 23 June",
            date="Tue, 16 Jun 2026 09:41:00 +0000",
            kind=Kind.INTERVIEW,
            start="2026-06-23T09:00:00+01:00",
            company="Verdant Foods",
            role="Category Manager",
            people=("Lucy Barr", "Ahmed Khan"),
            medium="onsite",
            minutes=90,
            body="""\
Hello Ben,

Thanks for speaking to me this morning. As discussed, I've booked you in for a face-to-face interview with Lucy Barr and Ahmed Khan next Tuesday (23rd) at 9am at Verdant House, 12 Bridge Road, Reading RG1 2AB. The interview should last approximately 90 minutes.

Please don't hesitate to call me on 0118 555 0199 with any questions.

Kind regards,

Tamsin Gray
Talent Partner
Verdant Foods Ltd
""",
        ),
        id="face to face next Tuesday (23rd)",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Nate Ford <nate@hexaware-labs.example>",
            subject="Confirming our call",
            date="Tue, 16 Jun 2026 09:41:00 -0400",
            kind=Kind.INTERVIEW,
            start="2026-06-18T13:30:00-04:00",
            people=("Nate Ford", "Shreya Rao"),
            medium="video",
            minutes=45,
            body="""\
Nora -- confirming Thurs 6/18, 1:30-2:15pm ET. I'll be joined by Shreya Rao from engineering. Zoom: https://zoom.example/j/99

Nate Ford
Head of Talent, Hexaware Labs
""",
        ),
        id="a time in Eastern, a colleague joins",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="University of Marlow <hr@marlow.example>",
            subject="Lecturer in Economics: interview outcome",
            date="Tue, 16 Jun 2026 09:41:00 +0100",
            kind=Kind.REJECTION,
            role="Lecturer in Economics",
            body="""\
Dear Mr Hale

Thank you for attending the interview for the post of Lecturer in Economics. I regret that on this occasion your application has been unsuccessful.

Human Resources
""",
        ),
        id="an unsuccessful application",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Owen Price <owen.price@castlewater.example>",
            subject="Interview dates",
            date="Tue, 16 Jun 2026 09:41:00 +0100",
            kind=Kind.SCHEDULING,
            role="Network Engineer",
            body="""\
Hi Ben

We'd love to meet you for the Network Engineer role. Are you free on any of the following?

Mon 22 June 10:00
Tue 23 June 14:00
Thu 25 June 11:30

Let me know which suits and I'll confirm.

Owen Price
Castle Water
""",
        ),
        id="three slots to choose from",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Owen Price <owen.price@castlewater.example>",
            subject="RE: Interview dates",
            date="Wed, 17 Jun 2026 09:41:00 +0100",
            kind=Kind.INTERVIEW,
            start="2026-06-23T14:00:00+01:00",
            role="Network Engineer",
            people=("Fiona Bell", "Owen Price"),
            medium="video",
            body="""\
Great, Tuesday it is. I'll send an invite shortly. You'll be meeting Fiona Bell and me on Teams.

Owen

From: Ben Hale <ben.hale@example.net>
Sent: 16 June 2026 18:00
To: Owen Price <owen.price@castlewater.example>
Subject: Re: Interview dates

Tuesday 23 June at 14:00 works well for me, thank you.
Ben

From: Owen Price
Sent: 16 June 2026 09:41
Subject: Interview dates

We'd love to meet you for the Network Engineer role. Are you free on any of the following?
Mon 22 June 10:00
Tue 23 June 14:00
Thu 25 June 11:30
""",
        ),
        id="the slot chosen in the quote",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Ruth Vance <ruth.vance@paxton.example>",
            subject="Update on your interview",
            date="Thu, 11 Jun 2026 09:00:00 -0500",
            kind=Kind.CANCELLATION,
            body="""\
Hi Nora,

Quick update: we've had to postpone your interview on Friday as our CEO is travelling. I don't have a new date yet but will send one early next week.

Sorry for the inconvenience!
Ruth Vance
Paxton Logistics
""",
        ),
        id="postponed without a new date",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Ruth Vance <ruth.vance@paxton.example>",
            subject="New interview time",
            date="Mon, 15 Jun 2026 09:00:00 -0500",
            kind=Kind.RESCHEDULE,
            start="2026-06-19T11:00:00-05:00",
            people=("Bill Paxton",),
            medium="video",
            body="""\
Hi Nora,

Your interview with our CEO, Bill Paxton, has been rescheduled to Friday, June 19 at 11 AM CT (originally June 12, 10 AM). Same Zoom link.

Ruth
""",
        ),
        id="moved, the old time in brackets",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Lena Ortiz <lortiz@cobaltdesign.example>",
            subject="Cobalt Design <> Nora",
            date="Mon, 15 Jun 2026 09:00:00 -0700",
            kind=Kind.SCHEDULING,
            body="""\
Hi Nora! Loved your portfolio. Let's chat Wednesday at noon PT? My Zoom: https://zoom.example/my/lortiz. If that works I'll send an invite.

Lena Ortiz, Creative Director, Cobalt Design
""",
        ),
        id="a proposed noon",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Ethan Wells <ethan@cobaltdesign.example>",
            subject="Automatic reply: Thank you",
            date="Mon, 15 Jun 2026 09:00:00 -0700",
            kind=Kind.AUTO_REPLY,
            headers="Auto-Submitted: auto-replied\n",
            body="""\
I am out of the office until June 22 with limited access to email. For urgent matters contact Lena Ortiz.
""",
        ),
        id="out of the office",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Harriet Cole <h.cole@brackenmuseum.example>",
            subject="Visitor Experience Manager - second interview",
            date="Wed, 17 Jun 2026 09:41:00 +0100",
            kind=Kind.INTERVIEW,
            start="2026-06-29T14:00:00+01:00",
            company="Bracken Museum",
            role="Visitor Experience Manager",
            people=("Anita Rao", "Malcolm Reed"),
            medium="onsite",
            decision_by="2026-07-02",
            body="""\
Dear Ben,

I am delighted to say that the panel would like to invite you back for a second interview. This will be held on Monday 29 June at 2pm in the museum's boardroom, with our Director, Dr Anita Rao, and the Chair of Trustees, Sir Malcolm Reed. You will be asked to give a 10-minute presentation.

We will let you know the outcome within three working days of the interview.

With best wishes,
Harriet Cole
Head of People, Bracken Museum
""",
        ),
        id="second interview, outcome in working days",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Sam Reyes <sreyes@trellis.example>",
            subject="References",
            date="Wed, 17 Jun 2026 09:41:00 -0500",
            kind=Kind.UPDATE,
            decision_by="2026-06-26",
            body="""\
Hi Nora, we're in the final stages for the Program Manager role. Could you send me contact details for two references? We hope to have a decision by June 26.
Sam
""",
        ),
        id="references wanted, decision dated",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Coach Dana <dana@interviewready.example>",
            subject="Your mock interview session",
            date="Mon, 29 Jun 2026 09:41:00 -0500",
            kind=Kind.OTHER,
            body="""\
Hi Nora, you're booked for a mock interview on Wednesday, July 1 at 6pm CT. Join via Zoom.
""",
        ),
        id="a mock interview",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Greg Lawson <greg.lawson@tidewater.example>",
            subject="Interview with Tidewater",
            date="Mon, 29 Jun 2026 09:41:00 +0100",
            kind=Kind.INTERVIEW,
            start="2026-07-03T16:00:00+01:00",
            company="Tidewater Shipping",
            people=("Sarah Okoro",),
            medium="phone",
            minutes=30,
            body="""\
Hi Ben

This is to confirm your telephone interview with Sarah Okoro on 3rd July at 4pm. She will call you on the number on your CV. The call should take about half an hour. If you are successful, the second stage will be an in-person interview in the week of 13 July.

Regards
Greg Lawson
Tidewater Shipping
""",
        ),
        id="a telephone interview, a later stage only planned",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Tina Burke <tburke@sablemotors.example>",
            subject="Interview details",
            date="Tue, 07 Jul 2026 09:00:00 -0500",
            kind=Kind.INTERVIEW,
            start="2026-07-14T10:30:00-05:00",
            company="Sable Motors",
            role="Parts Manager",
            people=("Rick Sable",),
            medium="onsite",
            body="""\
Dear Nora,

Thank you for your interest in the Parts Manager position at Sable Motors. We would like to schedule you for an in-person interview on Tuesday, July 14, 2026 at 10:30 a.m. with our General Manager, Rick Sable. The interview will take place at our dealership, 1250 W. Ogden Ave., Naperville.

Please reply to confirm that you will attend.

Sincerely,
Tina Burke
Office Manager
""",
        ),
        id="an invitation that asks for a reply",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Kim Tran <kim@ferncloud.example>",
            subject="Re: Senior SRE @ Ferncloud",
            date="Tue, 07 Jul 2026 09:00:00 -0700",
            kind=Kind.INTERVIEW,
            start="2026-07-09T15:00:00-07:00",
            role="Senior SRE",
            people=("Devon", "Kim Tran"),
            medium="video",
            minutes=60,
            body="""\
Awesome, see you then! I've sent a calendar hold with the Meet link. You'll chat with Devon (my cofounder) first and then me.

Kim

On Mon, Jul 6, 2026 at 4:10 PM Nora Quist <nora.quist@example.org> wrote:

> Hi Kim, thanks! Thursday 7/9 at 3pm Pacific works for me.
>
> Nora
>
> On Mon, Jul 6, 2026 at 2:00 PM Kim Tran <kim@ferncloud.example> wrote:
>> Could you do Thursday at 3 or Friday at 10 (PT) for an hour?
""",
        ),
        id="agreed to a time the owner proposed",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Lakeview School District <hr@lakeviewschools.example>",
            subject="Interview Invitation: 4th Grade Teacher",
            date="Wed, 08 Jul 2026 11:00:00 -0500",
            kind=Kind.INTERVIEW,
            start="2026-07-15T13:45:00-05:00",
            people=("Joy Adams", "Marcus Bell", "Ana Torres"),
            medium="onsite",
            body="""\
Dear Ms. Quist,

Congratulations! You have been selected to interview for the 4th Grade Teacher position at Lincoln Elementary.

Date: July 15, 2026
Time: 1:45 PM
Place: Lincoln Elementary School, 300 Oak Street, Main Office
Panel: Principal Joy Adams, Marcus Bell, and Ana Torres

Should you have questions, call Donna at 555-0100.

Lakeview School District Human Resources
""",
        ),
        id="a school that hires a teacher",
    ),
    pytest.param(
        Case(
            owner=LENA,
            sender="Jana Kohl <jana.kohl@sonnwerk.example>",
            subject="Second interview",
            date="Mon, 13 Jul 2026 14:00:00 +0200",
            kind=Kind.INTERVIEW,
            start="2026-07-22T14:00:00+02:00",
            company="Sonnwerk",
            people=("Peter Lang", "Mia Hoffmann"),
            medium="onsite",
            minutes=120,
            body="""\
Dear Lena,

thank you for the pleasant conversation last week. We would be happy to welcome you for a second interview at our office in Leipzig (Karl-Heine-Str. 44) on 22.07.2026 at 14:00. Please plan about two hours. You will meet Dr. Peter Lang and Frau Mia Hoffmann.

Kind regards
Jana Kohl
Sonnwerk GmbH
""",
        ),
        id="a German company writes English",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Nick Foss <nick@alderbrook.example>",
            subject="Timeline",
            date="Thu, 16 Jul 2026 09:00:00 -0500",
            kind=Kind.UPDATE,
            decision_by="2026-07-23",
            body="""\
Hi Nora,

Apologies for the radio silence. The hiring committee meets on July 22 and I will call you on July 23 with a decision. No need to follow up before then.

Nick
Alderbrook Co-op
""",
        ),
        id="a decision announced for a day",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Nick Foss <nick@alderbrook.example>",
            subject="Decision",
            date="Thu, 23 Jul 2026 09:00:00 -0500",
            kind=Kind.REJECTION,
            body="""\
Hi Nora,

I'm afraid I don't have good news. While the committee was impressed by your background, we will not be extending an offer at this time. It was a very difficult decision.

Nick
""",
        ),
        id="no offer will be extended",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Nick Foss <nick@alderbrook.example>",
            subject="Good news!",
            date="Thu, 23 Jul 2026 09:00:00 -0500",
            kind=Kind.OFFER,
            body="""\
Nora, I'm thrilled to tell you that we'd like to offer you the Store Manager job. Pay is $31/hr with benefits after 60 days. Can you let me know by Monday? Call me any time: 555-0101.

Nick
""",
        ),
        id="a job offered by mail",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Zoe Park <zoe.park@luminate.example>",
            subject="Interview next week",
            date="Mon, 13 Jul 2026 15:00:00 +0100",
            kind=Kind.SCHEDULING,
            body="""\
Hi Ben,

Are you available for a 45 minute Teams interview with Josh Reid, Engineering Manager, next Wednesday (22nd) at 2pm? If not, Thursday at 10am also works.

Zoe
""",
        ),
        id="are you available: nothing is fixed",
    ),
    pytest.param(
        Case(
            owner=PRIYA,
            sender="Recruitment Team <careers@zenlabs.example>",
            subject="Interview Call Letter - Zen Labs",
            date="Mon, 13 Jul 2026 15:00:00 +0530",
            kind=Kind.INTERVIEW,
            start="2026-07-18T10:30:00+05:30",
            company="Zen Labs",
            role="QA Lead",
            medium="onsite",
            body="""\
Dear Priya,

With reference to your application for the post of QA Lead, you are requested to attend a Personal Interview as per below schedule:

Date : 18-07-2026
Time : 10:30 AM
Venue : Zen Labs, 5th Floor, Cyber Towers, Hyderabad
Contact Person : Ms. Kavya Rao (HR) - 98480 55501

Kindly carry two copies of your resume.

Regards,
Recruitment Team
Zen Labs Pvt Ltd
""",
        ),
        id="an Indian call letter",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Dept. of Motor Vehicles <noreply@dmv.example>",
            subject="Appointment confirmation",
            date="Mon, 13 Jul 2026 15:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Your road test appointment is confirmed for July 20, 2026 at 8:40 AM. Bring your permit.
""",
        ),
        id="a road test",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Will Sharp <will.sharp@sharplaw.example>",
            subject="Deposition",
            date="Mon, 13 Jul 2026 15:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Ms. Quist, we will interview you as a witness on July 21 at 1 PM at our office, 12 Main Street. It should take an hour.

Will Sharp, Attorney
""",
        ),
        id="a deposition",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Erin Moody <erin.moody@tallpine.example>",
            subject="Tall Pine interview",
            date="Mon, 13 Jul 2026 15:00:00 -0500",
            kind=Kind.INTERVIEW,
            start="2026-07-17T11:00:00-05:00",
            company="Tall Pine",
            people=("Greg Hahn", "Lori Webb"),
            medium="video",
            minutes=60,
            decision_by="2026-07-24",
            body="""\
Hi Nora,

We're excited to move you forward to the next round! Here are the details:

What: Panel interview (60 min)
When: Friday, July 17 @ 11am CDT
With: Greg Hahn, VP Sales; Lori Webb, Sales Ops Manager
Zoom: https://zoom.example/j/555

After this we'll make a decision within a week.

Erin Moody (she/her)
Senior Recruiter, Tall Pine
""",
        ),
        id="label With and a week to decide",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Carter Hill <chill@meadowfarm.example>",
            subject="Farm visit",
            date="Sun, 12 Jul 2026 20:00:00 -0500",
            kind=Kind.INTERVIEW,
            start="2026-07-18T09:00:00-05:00",
            people=("Carter Hill",),
            medium="onsite",
            body="""\
Hi Nora, I had a look at your resume and you seem like a good fit for the greenhouse assistant job. Stop by this Saturday morning around 9 and I'll show you around, then we can talk pay. We're at 8800 County Rd 5.

Carter
""",
        ),
        id="stop by on Saturday around nine",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Amelia Frost <amelia@frostandco.example>",
            subject="Assessment day",
            date="Mon, 13 Jul 2026 15:00:00 +0100",
            kind=Kind.INTERVIEW,
            start="2026-07-24T09:30:00+01:00",
            company="Frost & Co",
            role="Graduate Surveyor",
            people=("Tim Frost", "Nadia Khan"),
            medium="onsite",
            minutes=390,
            body="""\
Dear Ben

You have been shortlisted for our Graduate Surveyor scheme. We invite you to our assessment day on Friday 24 July 2026, 9.30am to 4pm, at Frost House, Bristol. You will have interviews with Tim Frost and Nadia Khan, a group exercise and lunch.

Please RSVP by Friday 17 July.

Amelia Frost
Frost & Co
""",
        ),
        id="an assessment day",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Airline <noreply@skyair.example>",
            subject="Schedule change to your flight",
            date="Sun, 12 Jul 2026 20:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Your flight SK 221 on July 20 has been rescheduled. New departure time: 9:45 AM (was 8:10 AM).
""",
        ),
        id="a flight moved",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Jess Lin <jlin@civicworks.example>",
            subject="Civicworks: please pick a time",
            date="Sun, 12 Jul 2026 20:00:00 +0000",
            kind=Kind.SCHEDULING,
            company="Civicworks",
            role="GIS Technician",
            medium="phone",
            minutes=30,
            body="""\
Hi Nora,

Thanks for applying to our GIS Technician opening. Please use the link below to book a 30-minute phone screen with me. Slots are available July 15-17.

https://calendly.example/jlin/30min

The link expires Tuesday, July 14 at 5pm CT.

Jess Lin
Civicworks
""",
        ),
        id="a link that expires is no interview",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Jess Lin <no-reply@calendly.example>",
            subject="New Event: Phone screen with Jess Lin - 11:00am Wed, Jul 15, 2026",
            date="Mon, 13 Jul 2026 20:00:00 +0000",
            kind=Kind.INTERVIEW,
            start="2026-07-15T11:00:00-05:00",
            people=("Jess Lin",),
            medium="phone",
            body="""\
Hi Nora Quist,

Your Phone screen with Jess Lin at 11:00am (Central Time - US & Canada) on Wednesday, July 15, 2026 is scheduled.

Location: Jess Lin will call you at 312-555-0111.

Sent from Calendly
""",
        ),
        id="a booking notice without calendar data",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Landlord <leasing@oakapts.example>",
            subject="Apartment viewing",
            date="Mon, 13 Jul 2026 20:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Hi Nora, confirmed for your apartment viewing on Wednesday, July 15 at 5:30 PM. Meet Tom at the lobby. Bring your application.
""",
        ),
        id="a flat viewing",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Dr Helen Orr <helen.orr@stmarks-nhs.example>",
            subject="Band 6 Physiotherapist interview",
            date="Tue, 14 Jul 2026 09:00:00 +0100",
            kind=Kind.INTERVIEW,
            start="2026-07-21T13:20:00+01:00",
            role="Band 6 Physiotherapist",
            people=("Helen Orr", "Jo Banks"),
            medium="video",
            decision_by="2026-07-24",
            body="""\
Dear Ben,

I am pleased to offer you an interview for the Band 6 Physiotherapist post on 21st July at 1:20pm, via MS Teams. The panel is Dr Helen Orr, Jo Banks and a service user representative.

We hope to inform candidates of the outcome by 24th July.

Best wishes,
Helen
""",
        ),
        id="offered an interview is no offer",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Paige Doyle <paige@crestline.example>",
            subject="Interview w/ Crestline cancelled",
            date="Tue, 14 Jul 2026 09:00:00 -0500",
            kind=Kind.CANCELLATION,
            start="2026-07-15T14:00:00-05:00",
            body="""\
Hi Nora -- unfortunately the Data Entry Lead role has been put on hold, so tomorrow's 2pm interview with Hugh is cancelled. So sorry!

Paige Doyle
Crestline
""",
        ),
        id="a role on hold calls tomorrow off",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Alex Reed <alex.reed@penworth.example>",
            subject="Chat about the role",
            date="Tue, 14 Jul 2026 09:00:00 +0100",
            kind=Kind.INTERVIEW,
            start="2026-07-16T16:00:00+01:00",
            role="UX Designer",
            people=("Alex Reed",),
            medium="phone",
            body="""\
Hi Ben

Works for me. Let's speak at 4pm on Thursday. I'll call you.

Alex Reed
Head of Design, Penworth

> On 13 Jul 2026, at 20:11, Ben Hale <ben.hale@example.net> wrote:
> I'm free on Thursday afternoon to discuss the UX Designer position.
""",
        ),
        id="a weekday and an hour, the role in the quote",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Mom <linda.quist@gmail.com>",
            subject="Sunday",
            date="Tue, 14 Jul 2026 09:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Are you coming Sunday at 1? Good luck with your interview on Friday at 10 honey!! Love Mom
""",
        ),
        id="a mother's good wishes",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Dan Wolfe <dan.wolfe@ironwood.example>",
            subject="Fwd: Candidate debrief",
            date="Tue, 14 Jul 2026 09:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Nora, can you join the hiring panel for the intern interviews on Thursday 2-5pm? Resumes attached. Dan
""",
        ),
        id="asked to sit on a panel",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Ironclad Talent <hello@ironcladtalent.example>",
            subject="Interview Confirmation - Rowan Labs",
            date="Tue, 14 Jul 2026 09:00:00 -0500",
            kind=Kind.INTERVIEW,
            start="2026-07-20T09:00:00-05:00",
            company="Rowan Labs",
            role="Lab Manager",
            people=("Felix Stone",),
            medium="video",
            body="""\
Hi Nora,

Great news! Our client, Rowan Labs, would like to interview you for their Lab Manager role.

Interviewer: Dr. Felix Stone
Date/Time: Monday 7/20 at 9:00 AM CT
Format: Microsoft Teams (link to follow)

Please do not reach out to Rowan Labs directly.

Maya Hart
Ironclad Talent Solutions
""",
        ),
        id="a client, not to be contacted directly",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Interview Scheduling <scheduling@goodtime.example>",
            subject="Your interview with Meadow Health has been updated",
            date="Wed, 15 Jul 2026 08:00:00 +0000",
            kind=Kind.RESCHEDULE,
            start="2026-07-23T14:00:00-04:00",
            company="Meadow Health",
            people=("Ana Cruz", "Pete Long"),
            minutes=90,
            body="""\
Hi Nora,

Your interview has been updated.

New time: Thursday, July 23, 2026, 2:00 PM - 3:30 PM EDT
Previous time: Tuesday, July 21, 2026, 2:00 PM - 3:30 PM EDT

Interviewers
Dr. Ana Cruz, Medical Director
Pete Long, Clinic Manager

Meadow Health Talent Team
""",
        ),
        id="new time and previous time as labels",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Amtrak <noreply@amtrak.example>",
            subject="Your trip is coming up",
            date="Thu, 09 Jul 2026 10:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Reservation 8F21. Train 302 departs Chicago Monday, July 13 at 7:00 AM. Arrive 30 minutes early.
""",
        ),
        id="a train is no interview",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Parking Authority <noreply@cityparking.example>",
            subject="Hearing scheduled",
            date="Fri, 10 Jul 2026 10:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Your hearing for citation 4412 has been scheduled for July 21, 2026 at 9:30 AM in Room 201.
""",
        ),
        id="a hearing",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Rosa Diaz <rosa@brightminds.example>",
            subject="tutoring",
            date="Fri, 10 Jul 2026 10:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Hi Nora, Sofia's math session is confirmed for Thursday at 4pm on Zoom. She has a test on Friday. Thanks! Rosa
""",
        ),
        id="a child's lesson",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Eve Marsh <eve.marsh@orchardcare.example>",
            subject="Interview",
            date="Fri, 10 Jul 2026 10:00:00 +0100",
            kind=Kind.INTERVIEW,
            start="2026-07-13T13:00:00+01:00",
            people=("Linda",),
            medium="onsite",
            body="""\
Hi Ben,

Just checking you're still ok for your interview on Monday at 1pm with Linda? Parking is round the back.

Eve
Orchard Care
""",
        ),
        id="a question whether a fixed interview still suits",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Workday <harper@myworkday.example>",
            subject="Harper Industries: Interview Rescheduled",
            date="Fri, 10 Jul 2026 10:00:00 +0000",
            kind=Kind.RESCHEDULE,
            start="2026-07-16T13:00:00-05:00",
            company="Harper Industries",
            role="Buyer II",
            people=("Chris Doan", "Pat Lee"),
            medium="video",
            body="""\
Hello Nora,

Your interview for Buyer II has been rescheduled.

Original: July 14, 2026 10:00 AM CDT
New: July 16, 2026 1:00 PM CDT

Interviewers: Chris Doan, Pat Lee
Location: Microsoft Teams Meeting

Harper Industries Recruiting
""",
        ),
        id="original and new as labels",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Diane Fox <dfox@northshoreplumbing.example>",
            subject="Saturday",
            date="Fri, 10 Jul 2026 10:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Hi Nora, our plumber will be at your house Saturday between 8 and 10am to look at the water heater. He'll call you when he's on the way. Diane
""",
        ),
        id="a plumber's window",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Nadia Blake <nadia.blake@civitas.example>",
            subject="Civitas: outcome",
            date="Fri, 10 Jul 2026 10:00:00 +0100",
            kind=Kind.REJECTION,
            body="""\
Dear Ben,

Thank you for meeting with us on Tuesday. The standard was very high and we have now appointed another candidate. I will happily give you feedback by phone on Monday at 2pm.

Nadia Blake
""",
        ),
        id="feedback by phone after a rejection",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Nadia Blake <nadia.blake@civitas.example>",
            subject="Civitas: your application",
            date="Fri, 10 Jul 2026 10:00:00 +0100",
            kind=Kind.OFFER,
            body="""\
Dear Ben,

I am delighted to confirm that the panel would like to appoint you to the post of Policy Officer. I will ring you on Monday at 10am to talk through the terms. A formal letter will follow.

Nadia Blake
""",
        ),
        id="appointed to the post",
    ),
    pytest.param(
        Case(
            owner=LENA,
            sender="Talent Team <talent@rotterdamlogistics.example>",
            subject="Invitation: 1st interview",
            date="Fri, 10 Jul 2026 10:00:00 +0200",
            kind=Kind.INTERVIEW,
            start="2026-07-16T11:00:00+02:00",
            company="Rotterdam Logistics",
            role="Supply Chain Planner",
            people=("Joris Bakker",),
            medium="video",
            minutes=30,
            body="""\
Hi Lena,

Thanks for applying for the role of Supply Chain Planner! We'd love to get to know you in a 30 min. call with Joris Bakker (Talent Acquisition).

📅 Thursday 16 July 2026
🕐 11:00 – 11:30 (CEST)
📍 Google Meet: https://meet.example/xyz-abcd-efg

See you then!
Talent Team
Rotterdam Logistics
""",
        ),
        id="emoji lines",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Olivia Chen <olivia@papertrail.example>",
            subject="Re: Re: Content Strategist",
            date="Mon, 13 Jul 2026 18:00:00 -0700",
            kind=Kind.INTERVIEW,
            start="2026-07-15T10:00:00-07:00",
            role="Content Strategist",
            people=("Olivia Chen",),
            medium="phone",
            body="""\
Perfect! Talk to you Wednesday at 10 (PT). I'll call the number on your resume.

Olivia Chen | Papertrail

On Mon, Jul 13, 2026 at 5:31 PM Nora Quist <nora.quist@example.org> wrote:
> Wednesday morning works great, any time before noon Pacific.
""",
        ),
        id="agreed to a weekday and hour in Pacific",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Grant Moss <grant@mossandsons.example>",
            subject="Re: your application",
            date="Mon, 13 Jul 2026 18:00:00 -0500",
            kind=Kind.REJECTION,
            body="""\
Nora, we went ahead and hired somebody yesterday. Will keep your info for next season. Grant
""",
        ),
        id="somebody was hired yesterday",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Bank of Ridgeway <alerts@ridgewaybank.example>",
            subject="Your appointment is confirmed",
            date="Mon, 13 Jul 2026 18:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Your appointment with Mortgage Specialist Alan Pike is confirmed for Tuesday, July 21 at 11:00 AM at our Ridgeway branch.
""",
        ),
        id="a mortgage appointment",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Volunteer Corps <coordinator@foodbank.example>",
            subject="Volunteer orientation",
            date="Mon, 13 Jul 2026 18:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Hi Nora! Your volunteer orientation is Saturday, July 18 at 9am. Wear closed-toe shoes.
""",
        ),
        id="a volunteer orientation",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Lee Tan <lee.tan@quartzbio.example>",
            subject="Interview Itinerary",
            date="Mon, 13 Jul 2026 18:00:00 -0400",
            kind=Kind.INTERVIEW,
            start="2026-07-20T09:30:00-04:00",
            people=("Lee Tan", "Ivan Petrov", "Susan Lowe", "Amir Aziz"),
            medium="onsite",
            minutes=180,
            body="""\
Dear Nora,

Please see below the itinerary for your interview on Monday, July 20th (all times Eastern).

9:30 - 10:00  Welcome & coffee, Lee Tan (HR)
10:00 - 11:00  Seminar: your research talk
11:00 - 11:45  Dr. Ivan Petrov, Director of Chemistry
11:45 - 12:30  Dr. Susan Lowe & Dr. Amir Aziz

Address: 77 Science Park Drive, Cambridge, MA

Best,
Lee Tan
Quartz Bio
""",
        ),
        id="an itinerary with agenda lines",
    ),
    pytest.param(
        Case(
            owner=PRIYA,
            sender="Neha Kulkarni <neha.k@orbitfin.example>",
            subject="Interview Schedule || Orbit Fin || Data Analyst",
            date="Mon, 13 Jul 2026 18:00:00 +0530",
            kind=Kind.INTERVIEW,
            start="2026-07-15T16:00:00+05:30",
            company="Orbit Fin",
            role="Data Analyst",
            people=("Rakesh Jain",),
            medium="video",
            minutes=45,
            body="""\
Hi Priya,

As per our telephonic discussion, please find below your interview details:

Company: Orbit Fin
Position: Data Analyst
Round: Technical Round 1 (Virtual)
Date: 15th July 2026 (Wednesday)
Time: 04:00 PM to 04:45 PM IST
Interviewer: Mr. Rakesh Jain
Link: https://teams.example/l/meetup-join/abc

Kindly acknowledge this mail.

Thanks & Regards,
Neha Kulkarni
""",
        ),
        id="an Indian schedule with labels",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Casting <casting@indieshort.example>",
            subject="Audition confirmed",
            date="Mon, 13 Jul 2026 18:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Hi Nora, your audition for the role of Jane is confirmed for Friday, July 17 at 2:20pm, Studio B.
""",
        ),
        id="an audition",
    ),
    pytest.param(
        Case(
            owner=BEN,
            sender="Fay Todd <fay.todd@westbayferries.example>",
            subject="Deckhand interview",
            date="Tue, 14 Jul 2026 09:00:00 +0100",
            kind=Kind.CANCELLATION,
            body="""\
Hi Ben

Afraid Captain Rowe is at sea until the 20th, so Friday's interview won't be happening. I'll come back to you with another date.

Fay
West Bay Ferries
""",
        ),
        id="it will not be happening",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="HR <hr@currentco.example>",
            subject="Benefits open enrollment meeting",
            date="Tue, 14 Jul 2026 09:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Please join us for the open enrollment meeting on Wednesday, July 22 at 10 AM in the cafeteria or via Teams.
""",
        ),
        id="a staff meeting",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Dev Anand <dev@skyforge.example>",
            subject="Take-home next steps",
            date="Tue, 14 Jul 2026 09:00:00 -0700",
            kind=Kind.SCHEDULING,
            minutes=60,
            body="""\
Hi Nora,

Thanks for submitting your take-home. We'd like to do a 1-hour review session with Dana and Eli. Could you let me know your availability for Thu/Fri this week, between 9 and 5 PT?

Dev Anand
Skyforge
""",
        ),
        id="asked for availability between hours",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Lisa Ko <lisa.ko@hollandmed.example>",
            subject="Thank you from Holland Med",
            date="Tue, 14 Jul 2026 09:00:00 -0500",
            kind=Kind.UPDATE,
            body="""\
Hi Nora, thank you for your note! It was great meeting you too. The team is finishing up interviews this week and I should have an update for you early next week. Lisa
""",
        ),
        id="an update early next week",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="Dr. Ray Poole <rpoole@stateu.example>",
            subject="Dissertation study",
            date="Tue, 14 Jul 2026 09:00:00 -0500",
            kind=Kind.OTHER,
            body="""\
Dear Nora, thank you for volunteering for our study on remote work. Your interview is scheduled for Monday, July 20 at 3 PM via Zoom and will last 45 minutes. You will receive a $25 gift card.
""",
        ),
        id="a paid study",
    ),
    pytest.param(
        Case(
            owner=NORA,
            sender="June Park <june.park@acornschools.example>",
            subject="Substitute Teacher",
            date="Tue, 14 Jul 2026 09:00:00 -0500",
            kind=Kind.SCHEDULING,
            body="""\
Hello Nora, are you still interested in the Substitute Teacher position? If so, I have openings for interviews on Thursday at 9:00, 9:40 and 10:20. First come first served. June Park, Acorn Schools
""",
        ),
        id="openings on one morning",
    ),
]


@pytest.mark.parametrize("case", CASES)
def test_a_mail_is_read(case: Case) -> None:
    reading = read(case)
    assert reading.kind is case.kind
    assert reading.start == (datetime.fromisoformat(case.start) if case.start else None)
    wanted = {
        "company": (case.company, reading.company),
        "role": (case.role, reading.role),
        "people": (case.people and sorted(case.people), sorted(person.name for person in reading.interviewers)),
        "medium": (case.medium, reading.medium),
        "minutes": (case.minutes, reading.duration_minutes),
        "decision_by": (case.decision_by, reading.decision_by and reading.decision_by.isoformat()),
        "contact": (case.contact, reading.contact and reading.contact.email),
    }
    assert {name: got for name, (want, got) in wanted.items() if want is not None} == {
        name: want for name, (want, _) in wanted.items() if want is not None
    }


def simple(
    body: str, *, subject: str = "Interview", date: str = "Mon, 01 Jun 2026 10:00:00 +0000", owner: Owner = NORA
) -> Reading:
    case = Case(
        owner=owner,
        sender="Sandra Whit <sandra@bluefield.example>",
        subject=subject,
        date=date,
        body=body,
        kind=Kind.OTHER,
    )
    return read(case)


def test_a_weekday_that_contradicts_its_date_is_asked_about() -> None:
    reading = simple("Hi Nora, your interview for the Planner role is confirmed for Monday, June 9 at 2pm CT.")
    assert reading.start is None
    assert {option.date().isoformat() for option in reading.start_options} == {"2026-06-09", "2026-06-08"}
    assert "start" in reading.ask


def test_next_friday_said_on_a_monday_has_two_readings() -> None:
    reading = simple("Hi Nora, your interview for the Planner role is confirmed for next Friday at 2pm CT.")
    assert reading.kind is Kind.INTERVIEW
    assert reading.start is None
    assert len(reading.start_options) == 2


def test_seven_without_a_part_of_day_has_two_readings() -> None:
    reading = simple("Hi Nora, your interview for the Planner role is confirmed for June 9 at 7.")
    assert reading.start is None
    assert {option.hour for option in reading.start_options} == {7, 19}


def test_a_mail_of_the_owner_himself_is_never_read_as_one_from_outside() -> None:
    case = Case(
        owner=NORA, sender="Nora <nora.quist@example.org>", subject="Interview", date="Mon, 01 Jun 2026 10:00:00 +0000",
        body="Thank you for the interview on June 9 at 2pm for the Planner role.", kind=Kind.OTHER,
    )  # fmt: skip
    reading = read(case)
    assert reading.kind is Kind.OTHER
    assert reading.certain


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("Please do not telephone the office.", ContactWish.NO_CALLS),
        ("Please hold off on chasing the team until then.", ContactWish.NO_CHASING),
        ("Please do not contact the client directly.", ContactWish.NO_CONTACT),
        ("Only candidates selected for an interview will be contacted.", ContactWish.NONE),
        ("Please do not reply to this automated message.", ContactWish.NONE),
    ],
)
def test_a_wish_not_to_be_written_to_is_told_from_what_is_none(words: str, wish: ContactWish) -> None:
    reading = simple(f"Hi Nora, your interview for the Planner role is confirmed for June 9 at 2pm CT. {words}")
    assert reading.contact_wish is wish


def test_the_owners_own_deadline_is_no_decision_date() -> None:
    reading = simple(
        "Hi Nora, your interview for the Planner role is confirmed for June 9 at 2pm. Please send your slides by June 5."
    )
    assert reading.decision_by is None


def test_mail_in_german_is_judged_by_the_meanings_of_its_words() -> None:
    reading = simple(
        "Sehr geehrte Frau Quist, wir laden Sie und Ihre Unterlagen zu einem Gespräch am 9. Juni um 14 Uhr ein und freuen uns.",
        subject="Einladung",
    )
    assert (reading.lang, reading.kind) == ("de", Kind.INTERVIEW)


def test_without_a_date_field_the_moment_of_arrival_counts() -> None:
    raw = b"From: A Bee <a.bee@bluefield.example>\nSubject: Interview\n\nYour interview for the Planner role is confirmed for tomorrow at 2pm.\n"
    reading = read_company_mail(
        message=parse_message(raw),
        owner=NORA,
        cues=CUES,
        received_at=datetime.fromisoformat("2026-06-01T15:00:00+00:00"),
    )
    assert reading.start == datetime.fromisoformat("2026-06-02T14:00:00-05:00")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("3pm & , ", id="many times in one line"),
        pytest.param("you 10:00 ’ June 9 ", id="many dates in one line"),
        pytest.param("Anna Bell and Dr. Carl Dee, the role of Engineer ", id="many names and roles"),
        pytest.param("\n\t> not ( please", id="many marks"),
    ],
)
def test_a_hostile_text_costs_little(words: str) -> None:
    begun = time.process_time()
    simple(words * (19_000 // len(words)))
    assert time.process_time() - begun < 2.0


@pytest.mark.parametrize(
    ("on_record", "certain"),
    [
        pytest.param(None, False, id="a thread that nobody knows"),
        pytest.param("a known interview: Planner, Bluefield", True, id="the thread of an interview on record"),
    ],
)
def test_what_the_record_knows_of_a_conversation_is_evidence(on_record: str | None, certain: bool) -> None:
    raw = (
        b"From: Anna Bee <a.bee@bluefield.example>\nTo: nora.quist@example.org\nSubject: Re: Tuesday\n"
        b"Date: Mon, 01 Jun 2026 15:00:00 +0000\nIn-Reply-To: <1@bluefield.example>\n\n"
        b"Hi Nora,\n\nsorry, something came up here. Let's make it Friday, June 5 at 11:00 am instead.\n\nAnna\n"
    )
    reading = read_company_mail(message=parse_message(raw), owner=NORA, cues=CUES, on_record=on_record)
    assert (reading.kind, reading.certain) == (Kind.RESCHEDULE, certain)
    assert ("on_record" in {reason.name for reason in reading.reasons}) is certain
