"""Whole letters in English and every field of what they tell: agendas, panels, agencies, machines, hours and zones of many lands."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Message, Owner
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import ContactWish, Kind, Reading
from tests.unit.core.reading.company.words import CUES

_RUTH = "ruth.adeyemi@example.org"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A mail to Ruth, who lives in *tz*. ``more``: header lines beside the usual ones."""

    sender: str
    subject: str
    sent: str
    tz: str
    body: str
    more: str = ""
    html: bool = False
    ics: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What it tells; ``people``: names with addresses."""

    kind: Kind
    start: str
    minutes: int | None
    tz_stated: bool
    people: tuple[tuple[str, str | None], ...]
    contact: str | None
    company: str | None
    role: str | None
    medium: str | None
    decision_by: str | None = None
    wish: bool = False


def _read(letter: Letter) -> Reading:
    return read_company_mail(message=mail_of(letter), owner=owner_of(letter), cues=CUES)


def owner_of(letter: Letter) -> Owner:
    return Owner(name="Ruth Adeyemi", email=_RUTH, tz=letter.tz)


def mail_of(letter: Letter) -> Message:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Date"] = letter.sender, _RUTH, letter.subject, letter.sent
    mail["Message-ID"] = "<one@mail.example>"
    for line in letter.more.splitlines():
        name, _, value = line.partition(": ")
        mail[name] = value
    mail.set_content(letter.body, subtype="html" if letter.html else "plain")
    if letter.ics:
        mail.add_attachment(
            letter.ics.encode(),
            maintype="text",
            subtype="calendar",
            filename="invite.ics",
            params={"method": "REQUEST"},
        )
    return parse_message(mail.as_bytes())


LETTERS = [
    pytest.param(
        Letter(
            sender="Dana Whitcombe <dana.whitcombe@larkspurbio.example>",
            subject="Your onsite at Larkspur Bio - Process Engineer II",
            sent="Tue, 09 Jun 2026 10:00:00 -0500",
            tz="America/Chicago",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth,

Your onsite interview for the Process Engineer II role is set. Here is the plan for the day:

Thursday, June 18, 2026 (all times CDT)

9:30 AM - 10:15 AM   Welcome and intro         Marcus Feeney, Director of Manufacturing
10:15 AM - 11:00 AM  Technical deep dive       Xiu Tan and Beth Ostrowski
11:00 AM - 11:15 AM  Break
11:15 AM - 12:00 PM  Team fit                  Hank Dolan

We are at 400 Cutler Ave, Madison. Park in Lot B.

Dana Whitcombe
Senior Recruiter, Larkspur Bio
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-18T09:30-05:00",
            minutes=150,
            tz_stated=True,
            people=(
                ("Marcus Feeney", None),
                ("Xiu Tan", None),
                ("Beth Ostrowski", None),
                ("Hank Dolan", None),
            ),
            contact="dana.whitcombe@larkspurbio.example",
            company="Larkspur Bio",
            role="Process Engineer II",
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="an agenda in columns",
    ),
    pytest.param(
        Letter(
            sender="Graham Tooley <g.tooley@hartsfordcouncil.example>",
            subject="Interview - Housing Officer (HO/114)",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Dear Ms Adeyemi,

Further to your application for the post of Housing Officer, I am pleased to invite you to an interview on Wednesday 17th June from 2.15pm till 3pm in Committee Room 2, Hartsford Town Hall.

You will be interviewed by Graham Tooley (Housing Manager), Pauline Achebe (Tenancy Services) and Cllr Derek Munn.

We hope to let all candidates know the outcome by Monday 22nd June.

Yours sincerely
Graham Tooley
Housing Manager
Hartsford Borough Council
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-17T14:15+01:00",
            minutes=45,
            tz_stated=False,
            people=(
                ("Graham Tooley", "g.tooley@hartsfordcouncil.example"),
                ("Pauline Achebe", None),
                ("Derek Munn", None),
            ),
            contact="g.tooley@hartsfordcouncil.example",
            company="Hartsford Borough Council",
            role="Housing Officer",
            medium="onsite",
            decision_by="2026-06-22",
            wish=False,
        ),
        id="offices in brackets behind names",
    ),
    pytest.param(
        Letter(
            sender="Swati Deshpande <swati.d@nimbuspay.example>",
            subject="Interview scheduled | Backend Developer | Nimbus Pay",
            sent="Tue, 09 Jun 2026 10:00:00 +0530",
            tz="Asia/Kolkata",
            more="",
            html=False,
            ics="",
            body="""\
Dear Ruth,

Greetings from Nimbus Pay!

Your interview has been scheduled as per below details:

Position: Backend Developer
Date: 12th June 2026 (Friday)
Time: 3:30 PM to 4:30 PM IST
Mode: MS Teams
Round: Technical Round 1
Panel: Mr. Karthik Raman

Kindly be available 5 mins prior to the schedule.

Thanks & Regards,
Swati Deshpande
Talent Acquisition | Nimbus Pay Pvt Ltd
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-12T15:30+05:30",
            minutes=60,
            tz_stated=True,
            people=(("Karthik Raman", None),),
            contact="swati.d@nimbuspay.example",
            company="Nimbus Pay",
            role="Backend Developer",
            medium="video",
            decision_by=None,
            wish=False,
        ),
        id="a schedule by labels",
    ),
    pytest.param(
        Letter(
            sender="Toby Lascelles <toby@brackenrecruitment.example>",
            subject="Interview confirmed - Payroll Manager - Ashdown Foods",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth,

Great news - Ashdown Foods would like to meet you for their Payroll Manager vacancy.

When: Monday 15 June, 10:30
Where: Ashdown Foods, Unit 7 Mill Park, Reading RG2 0TD
Who: Fiona Keating (Financial Controller) & Raj Sandhu (HRBP)

They've set aside an hour. Please call me straight after for feedback and do not contact the client directly.

Good luck!
Toby Lascelles
Bracken Recruitment
07700 900 118
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-15T10:30+01:00",
            minutes=60,
            tz_stated=False,
            people=(
                ("Fiona Keating", None),
                ("Raj Sandhu", None),
            ),
            contact="toby@brackenrecruitment.example",
            company="Ashdown Foods",
            role="Payroll Manager",
            medium="onsite",
            decision_by=None,
            wish=True,
        ),
        id="an agency with a wish",
    ),
    pytest.param(
        Letter(
            sender="Juniper & Vale <no-reply@greenhouse-mail.example>",
            subject="Interview Confirmation - Juniper & Vale",
            sent="Tue, 09 Jun 2026 10:00:00 -0400",
            tz="America/New_York",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth,

You're all set to speak with Nolan Ferreira for the Merchandise Planner position.

Tuesday, June 16, 2026
1:00pm - 1:30pm EDT

Nolan will call you on the phone number you gave us.

If you need to reschedule, email me at priscilla.ogden@junipervale.example.

Best,
Priscilla Ogden
Recruiting Coordinator
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-16T13:00-04:00",
            minutes=30,
            tz_stated=True,
            people=(("Nolan Ferreira", None),),
            contact="priscilla.ogden@junipervale.example",
            company="Juniper & Vale",
            role="Merchandise Planner",
            medium="phone",
            decision_by=None,
            wish=False,
        ),
        id="a machine's mail that a person signs",
    ),
    pytest.param(
        Letter(
            sender="Otterburn via Lever <no-reply@hire.lever.example>",
            subject="Upcoming interview with Otterburn",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="Reply-To: Freya Linklater <freya.linklater@otterburn.example>\n",
            html=False,
            ics="",
            body="""\
Hello Ruth,

This is to confirm your video interview for Data Steward on Friday 19 June 2026 at 11:00 BST.

Interviewers
- Ottoline Marsh, Head of Data
- Greg Pilch, Analytics Lead

Join: https://meet.example/ott-bbn

See you then,
Freya from Otterburn
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-19T11:00+01:00",
            minutes=None,
            tz_stated=True,
            people=(
                ("Ottoline Marsh", None),
                ("Greg Pilch", None),
            ),
            contact="freya.linklater@otterburn.example",
            company="Otterburn",
            role="Data Steward",
            medium="video",
            decision_by=None,
            wish=False,
        ),
        id="a reply-to behind a machine",
    ),
    pytest.param(
        Letter(
            sender="Lorna Baptiste <lorna.baptiste@seagrove.example>",
            subject="Second round",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth,

Thanks for speaking to Jim Polk last week - he really enjoyed it. We'd like you to come back and meet our COO, Henrietta Voss, on Tuesday 16 June at 4pm. It'll take about 45 minutes, by Zoom.

My assistant Neil Crane will send the link. Ask him if anything's unclear: neil.crane@seagrove.example

Lorna Baptiste
VP Operations, Seagrove
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-16T16:00+01:00",
            minutes=45,
            tz_stated=False,
            people=(("Henrietta Voss", None),),
            contact="lorna.baptiste@seagrove.example",
            company="Seagrove",
            role=None,
            medium="video",
            decision_by=None,
            wish=False,
        ),
        id="people who are only mentioned",
    ),
    pytest.param(
        Letter(
            sender="Ola Ferris <ola@penrosearch.example>",
            subject="Re: Part II Architectural Assistant",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="In-Reply-To: <a@example.org>\n",
            html=False,
            ics="",
            body="""\
Hi Ruth

Thursday at 10 it is then (not the Friday). Our studio is on the 2nd floor, 18 Calvert Street. Simon and I will look through your portfolio with you, allow an hour or so.

Ola
Penrose Architects

On Mon, 8 Jun 2026 at 17:02, Ruth Adeyemi <ruth.adeyemi@example.org> wrote:
> Thursday 10am or Friday 2pm would both suit me.
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-11T10:00+01:00",
            minutes=60,
            tz_stated=False,
            people=(
                ("Simon", None),
                ("Ola Ferris", "ola@penrosearch.example"),
            ),
            contact="ola@penrosearch.example",
            company="Penrose Architects",
            role="Part II Architectural Assistant",
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="Part II Architectural Assistant at Penrose Architects",
    ),
    pytest.param(
        Letter(
            sender="HR Desk <hr@tidewaterclinic.example>",
            subject="Interview - Medical Assistant",
            sent="Tue, 09 Jun 2026 10:00:00 -0400",
            tz="America/New_York",
            more="",
            html=False,
            ics="",
            body="""\
Ms. Adeyemi,

You are scheduled to interview for Medical Assistant on 6/23 @ 8:45a with Dr. Pruitt and Office Manager Carla Renfro. Please arrive 15 min early to fill out paperwork.

Tidewater Family Clinic
1200 Harbor Blvd, Suite 3
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-23T08:45-04:00",
            minutes=None,
            tz_stated=False,
            people=(
                ("Pruitt", None),
                ("Carla Renfro", None),
            ),
            contact="hr@tidewaterclinic.example",
            company="Tidewater Family Clinic",
            role="Medical Assistant",
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="Medical Assistant at Tidewater Family Clinic",
    ),
    pytest.param(
        Letter(
            sender="Moira Gillespie <moira@birchgrovecare.example>",
            subject="Change of interview time",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Dear Ruth

I am sorry but I need to move your interview for Night Care Assistant from Thursday 11th June at 10am to Monday 15th June at 1.30pm. Same venue, same panel (Sister Brennan and myself).

Kind regards
Moira Gillespie
Registered Manager, Birch Grove Care Home
""",
        ),
        Told(
            kind=Kind.RESCHEDULE,
            start="2026-06-15T13:30+01:00",
            minutes=None,
            tz_stated=False,
            people=(
                ("Brennan", None),
                ("Moira Gillespie", "moira@birchgrovecare.example"),
            ),
            contact="moira@birchgrovecare.example",
            company="Birch Grove Care Home",
            role="Night Care Assistant",
            medium=None,
            decision_by=None,
            wish=False,
        ),
        id="Night Care Assistant at Birch Grove Care Home",
    ),
    pytest.param(
        Letter(
            sender="Ted Nakagawa <ted.nakagawa@ridgelineoutdoor.example>",
            subject="Tomorrow's interview",
            sent="Tue, 09 Jun 2026 10:00:00 -0700",
            tz="America/Los_Angeles",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth,

Unfortunately we have to cancel tomorrow's 2:00 PM interview for the Store Manager position; our district manager, Lou Pace, is out sick. Brandi in HR (brandi.cole@ridgelineoutdoor.example) will reach out by Friday with new times.

Apologies,
Ted Nakagawa
Ridgeline Outdoor
""",
        ),
        Told(
            kind=Kind.CANCELLATION,
            start="2026-06-10T14:00-07:00",
            minutes=None,
            tz_stated=False,
            people=(("Lou Pace", None),),
            contact="ted.nakagawa@ridgelineoutdoor.example",
            company="Ridgeline Outdoor",
            role="Store Manager",
            medium=None,
            decision_by="2026-06-12",
            wish=False,
        ),
        id="Store Manager at Ridgeline Outdoor",
    ),
    pytest.param(
        Letter(
            sender="Jess Adeyemi <jess.adeyemi@example.net>",
            subject="Fwd: Interview details",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
they sent this to my address by mistake x

---------- Forwarded message ---------
From: Colm Rafferty <colm.rafferty@tolkalogistics.example>
Date: Tue, 9 Jun 2026 at 09:12
Subject: Interview details
To: <jess.adeyemi@example.net>

Hello Ruth,

You're booked in for Friday 12 June at 9.45am with our Warehouse Manager Siobhan Dunne at the Ballymount depot. The role is Shift Supervisor. It will last around 40 minutes.

Colm Rafferty
HR Executive
Tolka Logistics
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-12T09:45+01:00",
            minutes=40,
            tz_stated=False,
            people=(("Siobhan Dunne", None),),
            contact="colm.rafferty@tolkalogistics.example",
            company="Tolka Logistics",
            role="Shift Supervisor",
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="Shift Supervisor at Tolka Logistics",
    ),
    pytest.param(
        Letter(
            sender="Calendly <notifications@calendly.example>",
            subject="New Event: Ruth Adeyemi - 02:30pm Wed, Jun 17, 2026 - 30 Minute Intro",
            sent="Tue, 09 Jun 2026 10:00:00 -0400",
            tz="America/New_York",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth Adeyemi,

Your 30 Minute Intro with Bo Ellingsen at 02:30pm - Wednesday, June 17, 2026 is scheduled.

Event Name: 30 Minute Intro
Invitee: Ruth Adeyemi
Date & Time: 02:30pm - Wednesday, June 17, 2026 (Eastern Time - US & Canada)
Location: Google Meet
Description: First chat about the Growth Marketer role at Pebblecast.
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-17T14:30-04:00",
            minutes=30,
            tz_stated=True,
            people=(("Bo Ellingsen", None),),
            contact=None,
            company="Pebblecast",
            role="Growth Marketer",
            medium="video",
            decision_by=None,
            wish=False,
        ),
        id="Growth Marketer at Pebblecast",
    ),
    pytest.param(
        Letter(
            sender="Amara Quist <amara@wrenmoor.example>",
            subject="Interview day at Wrenmoor",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth,

All confirmed for Wednesday 24 June (remote):

11:00-11:45 Portfolio review w/ Delphine Roux + Sam Okoro
12:00-12:30 Culture chat w/ Niamh Byrne
13:30-14:15 Design exercise w/ Theo Lindqvist

Each has its own Google Meet link in the invites.

Amara
People Partner @ Wrenmoor
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-24T11:00+01:00",
            minutes=195,
            tz_stated=False,
            people=(
                ("Delphine Roux", None),
                ("Sam Okoro", None),
                ("Niamh Byrne", None),
                ("Theo Lindqvist", None),
            ),
            contact="amara@wrenmoor.example",
            company="Wrenmoor",
            role=None,
            medium="video",
            decision_by=None,
            wish=False,
        ),
        id="a talk at Wrenmoor",
    ),
    pytest.param(
        Letter(
            sender="Kim Sorrell <kim.sorrell@harrowgate.example>",
            subject="Trial shift",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth, trial shift for the Commis Chef job: Sat 20 June, 8am until 12 noon. Paid. Chef Ines will look after you. Kim, Harrowgate Hotel
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-20T08:00+01:00",
            minutes=240,
            tz_stated=False,
            people=(("Ines", None),),
            contact="kim.sorrell@harrowgate.example",
            company="Harrowgate Hotel",
            role="Commis Chef",
            medium=None,
            decision_by=None,
            wish=False,
        ),
        id="Commis Chef at Harrowgate Hotel",
    ),
    pytest.param(
        Letter(
            sender="Cora Lindgren <cora@fablestack.example>",
            subject="Interview: Staff Engineer",
            sent="Tue, 09 Jun 2026 10:00:00 -0700",
            tz="America/Los_Angeles",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth!

Confirmed: 06/18, 1-2:30 PM Pacific with Dev Anand, Wai-Lin Chu and J.P. Moreau. Google Meet link is on the calendar invite.

Please don't reach out to the panel members directly, route everything through me.

Cora Lindgren
Talent, Fablestack
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-18T13:00-07:00",
            minutes=90,
            tz_stated=True,
            people=(
                ("Dev Anand", None),
                ("Wai-Lin Chu", None),
                ("J.P. Moreau", None),
            ),
            contact="cora@fablestack.example",
            company="Fablestack",
            role="Staff Engineer",
            medium="video",
            decision_by=None,
            wish=True,
        ),
        id="Staff Engineer at Fablestack",
    ),
    pytest.param(
        Letter(
            sender="Bridget Mallory <b.mallory@stannesprimary.example>",
            subject="Interview Thursday",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Dear Miss Adeyemi,

I am delighted to confirm your interview for the Class Teacher (Year 4) post on Thursday 18 June 2026 at 1.00 p.m. The interview panel will be the Headteacher, Mrs Joan Sykes, the Chair of Governors, Mr Femi Ladipo, and the Deputy Head, Mrs Cath Moss. You will be asked to teach a 20-minute lesson at 11.15 a.m. beforehand.

Yours sincerely,
Bridget Mallory
School Business Manager
St Anne's Primary School
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-18T13:00+01:00",
            minutes=None,
            tz_stated=False,
            people=(
                ("Joan Sykes", None),
                ("Femi Ladipo", None),
                ("Cath Moss", None),
            ),
            contact="b.mallory@stannesprimary.example",
            company="St Anne's Primary School",
            role="Class Teacher (Year 4)",
            medium=None,
            decision_by=None,
            wish=False,
        ),
        id="Class Teacher (Year 4) at St Anne's Primary School",
    ),
    pytest.param(
        Letter(
            sender="Verity Sloane <verity.sloane@meridianwell.example>",
            subject="Your interview schedule",
            sent="Tue, 09 Jun 2026 10:00:00 -0400",
            tz="America/New_York",
            more="",
            html=True,
            ics="",
            body="""\
<html><body><p>Hi Ruth,</p><p>Here's your schedule for the <b>Clinical Data Manager</b> interviews on <b>Thursday, June 25</b>:</p><table border=1><tr><th>Time (ET)</th><th>Interviewer</th><th>Topic</th></tr><tr><td>10:00 - 10:45 AM</td><td>Abel Stroud</td><td>Trial design</td></tr><tr><td>11:00 - 11:45 AM</td><td>Yuki Hamada</td><td>Data quality</td></tr><tr><td>1:00 - 1:30 PM</td><td>Rosalind Peck</td><td>Wrap-up</td></tr></table><p>Everything will be on Microsoft Teams.</p><p>Verity Sloane<br>Talent Acquisition, Meridian Wellness</p></body></html>
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-25T10:00-04:00",
            minutes=210,
            tz_stated=True,
            people=(
                ("Abel Stroud", None),
                ("Yuki Hamada", None),
                ("Rosalind Peck", None),
            ),
            contact="verity.sloane@meridianwell.example",
            company="Meridian Wellness",
            role="Clinical Data Manager",
            medium="video",
            decision_by=None,
            wish=False,
        ),
        id="Clinical Data Manager at Meridian Wellness",
    ),
    pytest.param(
        Letter(
            sender="Callum Reyes <callum.reyes@osprey-energy.example>",
            subject="Invitation: Interview - Ruth Adeyemi - Grid Planner",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics='BEGIN:VCALENDAR\nMETHOD:REQUEST\nPRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\nVERSION:2.0\nBEGIN:VEVENT\nUID:abc1\nSUMMARY:Interview - Ruth Adeyemi - Grid Planner\nDTSTART:20260617T130000Z\nDTEND:20260617T140000Z\nLOCATION:Room Kestrel, Osprey Energy, 5 Quay Street\nORGANIZER;CN=Callum Reyes:mailto:callum.reyes@osprey-energy.example\nATTENDEE;CN=Ruth Adeyemi;ROLE=REQ-PARTICIPANT:mailto:ruth.adeyemi@example.org\nATTENDEE;CN="Haddad, Leila";ROLE=REQ-PARTICIPANT:mailto:leila.haddad@osprey-energy.example\nATTENDEE;CN=Tom Brace;ROLE=REQ-PARTICIPANT:mailto:tom.brace@osprey-energy.example\nATTENDEE;CN=Room Kestrel;CUTYPE=RESOURCE;ROLE=NON-PARTICIPANT:mailto:room.kestrel@osprey-energy.example\nEND:VEVENT\nEND:VCALENDAR\n',
            body="""\
Hi Ruth, invite for your interview. Best, Callum (HR)
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-17T14:00+01:00",
            minutes=60,
            tz_stated=True,
            people=(
                ("Leila Haddad", "leila.haddad@osprey-energy.example"),
                ("Tom Brace", "tom.brace@osprey-energy.example"),
            ),
            contact="callum.reyes@osprey-energy.example",
            company="Osprey Energy",
            role="Grid Planner",
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="Grid Planner at Osprey Energy",
    ),
    pytest.param(
        Letter(
            sender="Nell <nell@bramblekids.example>",
            subject="interview!",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth!

Lovely to hear from you. Can you do Friday? Great, I've put you down for 10.15. You'll meet me and Josie (room leader), we'll have a cuppa and then you can spend half an hour with the toddlers.

We're at 3 Orchard Row, ring the bell on the left.

Nell x
Bramble Kids Nursery
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-12T10:15+01:00",
            minutes=None,
            tz_stated=False,
            people=(
                ("Nell", "nell@bramblekids.example"),
                ("Josie", None),
            ),
            contact="nell@bramblekids.example",
            company="Bramble Kids Nursery",
            role=None,
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="a talk at Bramble Kids Nursery",
    ),
    pytest.param(
        Letter(
            sender="Talent Team <talent@vantor.example>",
            subject="Vantor | Interview invitation | Systems Administrator",
            sent="Tue, 09 Jun 2026 10:00:00 +0200",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Dear Ruth,

we are happy to invite you to an online interview.

Position: Systems Administrator (m/f/d)
Date/Time: Mon, 22.06.2026, 16:00 - 17:00 CEST
Participants: Dr. Jonas Pfeil (IT), Mareike Lund (HR)
Link: https://teams.example/l/meetup/77

You will receive our feedback no later than 26.06.2026.

Your Vantor Talent Team
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-22T16:00+02:00",
            minutes=60,
            tz_stated=True,
            people=(
                ("Jonas Pfeil", None),
                ("Mareike Lund", None),
            ),
            contact="talent@vantor.example",
            company="Vantor",
            role="Systems Administrator",
            medium="video",
            decision_by="2026-06-26",
            wish=False,
        ),
        id="Systems Administrator at Vantor",
    ),
    pytest.param(
        Letter(
            sender="Hugo Almeida <hugo@latticeworks.example>",
            subject="Lattice Works interview confirmation",
            sent="Tue, 09 Jun 2026 10:00:00 -0700",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth,

Looking forward to your conversation with Mei Okada (Eng Manager), Fri Jun 12, 9:00 AM PDT / 5:00 PM BST.

Role: Site Reliability Engineer
Length: 1 hour
Zoom: https://zoom.example/j/9

Hugo Almeida | Recruiting Coordinator
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-12T17:00+01:00",
            minutes=60,
            tz_stated=True,
            people=(("Mei Okada", None),),
            contact="hugo@latticeworks.example",
            company="Lattice Works",
            role="Site Reliability Engineer",
            medium="video",
            decision_by=None,
            wish=False,
        ),
        id="Site Reliability Engineer at Lattice Works",
    ),
    pytest.param(
        Letter(
            sender="Ashok Menon <ashok.menon@tarangfoods.example>",
            subject="Personal discussion - QA Executive",
            sent="Tue, 09 Jun 2026 10:00:00 +0530",
            tz="Asia/Kolkata",
            more="Cc: Divya Pillai <divya.pillai@tarangfoods.example>\n",
            html=False,
            ics="",
            body="""\
Dear Ms. Ruth,

Your personal discussion with our Plant Head Mr. V. Raghunathan is fixed on 15-06-2026 at 11.30 hrs at our Hosur factory. My colleague Divya (cc'd) will coordinate your travel.

Regards,
Ashok Menon
DGM - HR
Tarang Foods Private Limited
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-15T11:30+05:30",
            minutes=None,
            tz_stated=False,
            people=(("V. Raghunathan", None),),
            contact="ashok.menon@tarangfoods.example",
            company="Tarang Foods",
            role="QA Executive",
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="QA Executive at Tarang Foods",
    ),
    pytest.param(
        Letter(
            sender="Erin Moss <erin.moss@northgatehealth.example>",
            subject="Interview with Dr Castellanos",
            sent="Tue, 09 Jun 2026 10:00:00 -0400",
            tz="America/New_York",
            more="",
            html=False,
            ics="",
            body="""\
Good morning Ruth,

I'm writing on behalf of Dr. Inez Castellanos, who would like to interview you for the Research Coordinator position on Monday, June 15th at 12:00 p.m. in her office, Room 412, 77 Park Drive. Please plan on 45-60 minutes.

Please confirm with me.

Erin Moss
Executive Assistant to Dr. Castellanos
Northgate Health
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-15T12:00-04:00",
            minutes=None,
            tz_stated=False,
            people=(("Inez Castellanos", None),),
            contact="erin.moss@northgatehealth.example",
            company="Northgate Health",
            role="Research Coordinator",
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="Research Coordinator at Northgate Health",
    ),
    pytest.param(
        Letter(
            sender="Quillon Careers <careers@quillon.example>",
            subject="Reminder: Your interview is tomorrow",
            sent="Tue, 09 Jun 2026 17:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth,

Just a reminder that you're meeting with Bea Thornycroft and Ravi Kapur tomorrow, Wednesday 10 June, at 09:00 (BST) for your Actuarial Analyst interview.

Location: 1 Exchange Place, London EC2
What to bring: photo ID

Thanks,
Quillon Early Careers Team
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-10T09:00+01:00",
            minutes=None,
            tz_stated=True,
            people=(
                ("Bea Thornycroft", None),
                ("Ravi Kapur", None),
            ),
            contact="careers@quillon.example",
            company="Quillon",
            role="Actuarial Analyst",
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="Actuarial Analyst at Quillon",
    ),
    pytest.param(
        Letter(
            sender="Pia Holm <pia.holm@driftwoodgames.example>",
            subject="You + Driftwood = Thursday!",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Hey Ruth,

So excited! Thursday 18 June, 2pm, 90 mins. You'll be chatting to our Art Director Luca Bianchi, plus Ade and Wren from the environment team. It's on Google Meet.

We'll get back to you by the end of that week whatever happens. No need to chase us :)

Pia Holm
Talent, Driftwood Games
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-18T14:00+01:00",
            minutes=90,
            tz_stated=False,
            people=(
                ("Luca Bianchi", None),
                ("Ade", None),
                ("Wren", None),
            ),
            contact="pia.holm@driftwoodgames.example",
            company="Driftwood Games",
            role=None,
            medium="video",
            decision_by="2026-06-19",
            wish=True,
        ),
        id="a talk at Driftwood Games",
    ),
    pytest.param(
        Letter(
            sender="Recruitment <recruitment@glenmorancouncil.example>",
            subject="Interview invitation: Archivist",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Dear Ruth Adeyemi,

You have been shortlisted for interview for the post of Archivist.

Your interview will take place on Thursday, 25 June 2026 at 11:20am and will last approximately 35 minutes.

You will be seen by:
Morag Sinclair, County Archivist (morag.sinclair@glenmorancouncil.example)
Euan Baillie, Culture Manager

Please report to Reception, Council Offices, 2 Castle Wynd.

Recruitment Team
Glenmoran Council
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-25T11:20+01:00",
            minutes=35,
            tz_stated=False,
            people=(
                ("Morag Sinclair", "morag.sinclair@glenmorancouncil.example"),
                ("Euan Baillie", None),
            ),
            contact="recruitment@glenmorancouncil.example",
            company="Glenmoran Council",
            role="Archivist",
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="Archivist at Glenmoran Council",
    ),
    pytest.param(
        Letter(
            sender="Aled Prosser <aled@cwmtafbuilders.example>",
            subject="Interview Site Manager",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Ruth,

Confirming Tues 16 June 8am at the Merthyr site cabin. You'll have Gareth Hopkins, our contracts manager, and me. We're seeing three people that day and will ring everyone with a yes or no by the Friday.

Aled Prosser
Cwm Taf Builders
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-16T08:00+01:00",
            minutes=None,
            tz_stated=False,
            people=(
                ("Gareth Hopkins", None),
                ("Aled Prosser", "aled@cwmtafbuilders.example"),
            ),
            contact="aled@cwmtafbuilders.example",
            company="Cwm Taf Builders",
            role="Site Manager",
            medium="onsite",
            decision_by="2026-06-19",
            wish=False,
        ),
        id="Site Manager at Cwm Taf Builders",
    ),
    pytest.param(
        Letter(
            sender="Kelechi Obi <k.obi@savannafintech.example>",
            subject="INTERVIEW INVITATION - RELATIONSHIP OFFICER",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Africa/Lagos",
            more="",
            html=False,
            ics="",
            body="""\
Dear Applicant,

Following the review of your CV, you are hereby invited to an interview for the position of Relationship Officer as follows:

DATE: Friday, 19th June, 2026
TIME: 10:00am prompt
VENUE: Savanna Fintech Limited, 12 Adeola Street, Victoria Island, Lagos

Ask for Mr. Emeka Duru (Head, HR) on arrival. Come with your original credentials.

Kelechi Obi
For: Savanna Fintech Limited
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-19T10:00+01:00",
            minutes=None,
            tz_stated=False,
            people=(),
            contact="k.obi@savannafintech.example",
            company="Savanna Fintech",
            role="Relationship Officer",
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="Relationship Officer at Savanna Fintech",
    ),
    pytest.param(
        Letter(
            sender="Farah Idris <farah.idris@luminavet.example>",
            subject="Farah Idris is inviting you to a scheduled Zoom meeting",
            sent="Tue, 09 Jun 2026 10:00:00 -0400",
            tz="America/New_York",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth, here's the link for our interview for the Vet Tech position.

Topic: Interview Vet Tech
Time: Jun 17, 2026 05:30 PM Eastern Time (US and Canada)

Join Zoom Meeting
https://zoom.example/j/555

Dr. Farah Idris, DVM
Lumina Veterinary Hospital
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-17T17:30-04:00",
            minutes=None,
            tz_stated=True,
            people=(("Farah Idris", "farah.idris@luminavet.example"),),
            contact="farah.idris@luminavet.example",
            company="Lumina Veterinary Hospital",
            role="Vet Tech",
            medium="video",
            decision_by=None,
            wish=False,
        ),
        id="Vet Tech at Lumina Veterinary Hospital",
    ),
    pytest.param(
        Letter(
            sender="Iona Petrie <iona@kelpieworks.example>",
            subject="Kelpie Works - final stage",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth,

The final stage for Content Strategist is booked for Monday 22nd June, 9:30-11:00. First half hour: presentation to Malcolm Tait and Orla Quigg. Then an hour with our founder, Sunita Rao. You'll be greeted by Beth on reception.

Address: 40 Leith Walk, Edinburgh

Our MD, Patrick Voe, sends his regards but is travelling.

Iona
Iona Petrie, People Manager
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-22T09:30+01:00",
            minutes=90,
            tz_stated=False,
            people=(
                ("Malcolm Tait", None),
                ("Orla Quigg", None),
                ("Sunita Rao", None),
            ),
            contact="iona@kelpieworks.example",
            company="Kelpie Works",
            role="Content Strategist",
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="Content Strategist at Kelpie Works",
    ),
    pytest.param(
        Letter(
            sender="Reina Solis <reina@cactusloop.example>",
            subject="Interview time",
            sent="Tue, 09 Jun 2026 10:00:00 -0700",
            tz="America/New_York",
            more="",
            html=False,
            ics="",
            body="""\
Ruth,

We're on for next Tuesday, June 16th at 1:30 PM Arizona time (4:30 your time). 30 minutes on Zoom with our CRO, Dale Huckaby, about the Account Executive opening.

Reina Solis
Cactus Loop
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-16T16:30-04:00",
            minutes=30,
            tz_stated=True,
            people=(("Dale Huckaby", None),),
            contact="reina@cactusloop.example",
            company="Cactus Loop",
            role="Account Executive",
            medium="video",
            decision_by=None,
            wish=False,
        ),
        id="Account Executive at Cactus Loop",
    ),
    pytest.param(
        Letter(
            sender="Recruitment Office <recruitment@tamarhospital.example>",
            subject="Interview - Healthcare Support Worker",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Dear Candidate

You are invited to interview for the role of Healthcare Support Worker on 18/06/2026 at 14.40 via Microsoft Teams. The interview will be conducted by Sarah-Jane Coyle, Ward Manager, and Prakash Nair, Charge Nurse, and will take around 25 minutes.

You will hear from us within 5 working days of your interview. Please do not telephone the department for results.

Recruitment Office
Tamar Hospital NHS Trust
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-18T14:40+01:00",
            minutes=25,
            tz_stated=False,
            people=(
                ("Sarah-Jane Coyle", None),
                ("Prakash Nair", None),
            ),
            contact="recruitment@tamarhospital.example",
            company="Tamar Hospital NHS Trust",
            role="Healthcare Support Worker",
            medium="video",
            decision_by="2026-06-25",
            wish=True,
        ),
        id="Healthcare Support Worker at Tamar Hospital NHS Trust",
    ),
    pytest.param(
        Letter(
            sender="Corinne Abadie <corinne.abadie@solisbeauty.example>",
            subject="Interview with Solis Beauty",
            sent="Tue, 09 Jun 2026 10:00:00 -0400",
            tz="America/New_York",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth!

Thank you for your interest in the Retail Educator role. Please see your interview details below.

Who: Monique Lathan, Regional Director
What: 45 minute Zoom interview
When: Wednesday, June 17th @ 2pm EST
Link: https://zoom.example/j/33

Let me know if you have any questions!

Corinne Abadie (she/her)
Talent Acquisition Specialist
Solis Beauty
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-17T14:00-04:00",
            minutes=45,
            tz_stated=True,
            people=(("Monique Lathan", None),),
            contact="corinne.abadie@solisbeauty.example",
            company="Solis Beauty",
            role="Retail Educator",
            medium="video",
            decision_by=None,
            wish=False,
        ),
        id="Retail Educator at Solis Beauty",
    ),
    pytest.param(
        Letter(
            sender="Owen Tressider <owen.tressider@marlpit.example>",
            subject="RE: Application - Assistant Ecologist",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="In-Reply-To: <q@example.org>\n",
            html=False,
            ics="",
            body="""\
Hi Ruth,

Brilliant, see you on Monday 15th then. 1.45 for a 2 o'clock start. Jude Harker will sit in too.

Best

Owen

Owen Tressider CEcol MCIEEM
Principal Ecologist | Marlpit Ecology Ltd
T: 01632 960 441 | M: 07700 900 219
The Old Dairy, Lower Farm, Wickhampton

From: Ruth Adeyemi
Sent: 08 June 2026 20:11
To: Owen Tressider
Subject: Re: Application - Assistant Ecologist

Dear Owen, Monday 15 June at 2pm would be perfect for the interview. Kind regards, Ruth
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-15T14:00+01:00",
            minutes=None,
            tz_stated=False,
            people=(
                ("Owen Tressider", "owen.tressider@marlpit.example"),
                ("Jude Harker", None),
            ),
            contact="owen.tressider@marlpit.example",
            company="Marlpit Ecology",
            role="Assistant Ecologist",
            medium=None,
            decision_by=None,
            wish=False,
        ),
        id="Assistant Ecologist at Marlpit Ecology",
    ),
    pytest.param(
        Letter(
            sender="Beatriz Amaro <beatriz.amaro@northpole-ice.example>",
            subject="Next step: call with Henk",
            sent="Tue, 09 Jun 2026 10:00:00 +0200",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Hello Ruth,

Good news: our Supply Chain Director Henk Dijkstra (h.dijkstra@northpole-ice.example) would like to speak with you. He will call you on your mobile on Friday 12 June between 14:00 and 14:30 UK time.

The position is Demand Planner. Henk decides after the talk; you will hear from me before the end of June.

Beatriz Amaro
HR Business Partner, Northpole Ice Cream
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-12T14:00+01:00",
            minutes=30,
            tz_stated=True,
            people=(("Henk Dijkstra", "h.dijkstra@northpole-ice.example"),),
            contact="beatriz.amaro@northpole-ice.example",
            company="Northpole Ice Cream",
            role="Demand Planner",
            medium="phone",
            decision_by="2026-06-30",
            wish=False,
        ),
        id="Demand Planner at Northpole Ice Cream",
    ),
    pytest.param(
        Letter(
            sender="Notion Peak <scheduling@goodtime.example>",
            subject="Interview confirmed: Ruth <> Notion Peak",
            sent="Tue, 09 Jun 2026 10:00:00 -0700",
            tz="America/Los_Angeles",
            more="",
            html=False,
            ics="",
            body="""\
Ruth, your interview is confirmed!

Senior Product Designer, Notion Peak
Monday, June 22, 2026
10:00 AM - 1:00 PM PDT

10:00 AM PDT - Portfolio Presentation (60 min)
Ana Kovac, Yusuf Demir

11:00 AM PDT - App Critique (45 min)
Silvia Prat

12:00 PM PDT - Hiring Manager (60 min)
Grant Oyama

Your recruiting coordinator is Tess Lindholm (tess@notionpeak.example).
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-22T10:00-07:00",
            minutes=180,
            tz_stated=True,
            people=(
                ("Ana Kovac", None),
                ("Yusuf Demir", None),
                ("Silvia Prat", None),
                ("Grant Oyama", None),
            ),
            contact="tess@notionpeak.example",
            company="Notion Peak",
            role="Senior Product Designer",
            medium=None,
            decision_by=None,
            wish=False,
        ),
        id="Senior Product Designer at Notion Peak",
    ),
    pytest.param(
        Letter(
            sender="Hattie Crewe <hattie.crewe@thimbleandco.example>",
            subject="Weds",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth

Great to chat earlier. To confirm: Weds 17th @ 5.30pm, FaceTime. Just me and my co-founder Bim this time. About 40 mins I'd say. Will let you know by w/e if it's a yes for the Pattern Cutter job.

Hattie
Thimble & Co
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-17T17:30+01:00",
            minutes=40,
            tz_stated=False,
            people=(
                ("Hattie Crewe", "hattie.crewe@thimbleandco.example"),
                ("Bim", None),
            ),
            contact="hattie.crewe@thimbleandco.example",
            company="Thimble & Co",
            role="Pattern Cutter",
            medium="video",
            decision_by=None,
            wish=False,
        ),
        id="Pattern Cutter at Thimble & Co",
    ),
    pytest.param(
        Letter(
            sender="Rhiannon Tudor <rhiannon.tudor@brecontimber.example>",
            subject="Interview - Sales Ledger Clerk",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Dear Ruth

Please find below the details for your interview.

Date & time: Thursday 18 June, 2.30-3.15pm
Venue: Brecon Timber, Ffrwdgrech Estate, Brecon LD3 8LA
Meeting: Elin Parry, Finance Manager and Huw Roderick, MD
Dress code: smart casual

If you can't attend, ring me on 01632 960 772.

Rhiannon Tudor
Office Manager
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-18T14:30+01:00",
            minutes=45,
            tz_stated=False,
            people=(
                ("Elin Parry", None),
                ("Huw Roderick", None),
            ),
            contact="rhiannon.tudor@brecontimber.example",
            company="Brecon Timber",
            role="Sales Ledger Clerk",
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="Sales Ledger Clerk at Brecon Timber",
    ),
    pytest.param(
        Letter(
            sender="Sasha Brill <sasha@ovalhealth.example>",
            subject="Oval Health x Ruth",
            sent="Tue, 09 Jun 2026 10:00:00 -0400",
            tz="America/New_York",
            more="",
            html=False,
            ics="",
            body="""\
Hey Ruth! Pumped to have you chat w/ our Head of CX, Mona Reddy, this Thurs (6/11) from 11:30-12 ET over Zoom for the Support Ops Manager role. Mona will send her own link. After that, next steps would be a panel with Gus and Lena. Holler with q's! - Sasha
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-11T11:30-04:00",
            minutes=30,
            tz_stated=True,
            people=(("Mona Reddy", None),),
            contact="sasha@ovalhealth.example",
            company="Oval Health",
            role="Support Ops Manager",
            medium="video",
            decision_by=None,
            wish=False,
        ),
        id="Support Ops Manager at Oval Health",
    ),
    pytest.param(
        Letter(
            sender="Recruiting <no-reply@ashbyhq.example>",
            subject="Interview Confirmed: Tally Robotics",
            sent="Tue, 09 Jun 2026 10:00:00 -0700",
            tz="America/Los_Angeles",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth,

Your interviews with Tally Robotics are confirmed for Friday, June 19, 2026.

Firmware Engineer

Coding Interview
10:00 AM - 11:00 AM PDT
Interviewer: Ivo Kolar

Systems Interview
11:15 AM - 12:00 PM PDT
Interviewers: Grace Lim, Omar Haddad

Lunch
12:00 PM - 12:45 PM PDT

If you have any questions, contact Mabel Stokes at mabel.stokes@tallyrobotics.example.
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-19T10:00-07:00",
            minutes=165,
            tz_stated=True,
            people=(
                ("Ivo Kolar", None),
                ("Grace Lim", None),
                ("Omar Haddad", None),
            ),
            contact="mabel.stokes@tallyrobotics.example",
            company="Tally Robotics",
            role="Firmware Engineer",
            medium=None,
            decision_by=None,
            wish=False,
        ),
        id="Firmware Engineer at Tally Robotics",
    ),
    pytest.param(
        Letter(
            sender="Padraig Noone <padraig@noonejoinery.example>",
            subject="Re: apprenticeship",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/Dublin",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth, no bother at all. Come in to us Friday week, half nine, and we'll have a look at your bits of work. My daughter Ciara does the wages so she'll sit in. Padraig, Noone Joinery, Athenry
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-19T09:30+01:00",
            minutes=None,
            tz_stated=False,
            people=(
                ("Padraig Noone", "padraig@noonejoinery.example"),
                ("Ciara", None),
            ),
            contact="padraig@noonejoinery.example",
            company="Noone Joinery",
            role=None,
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="a talk at Noone Joinery",
    ),
    pytest.param(
        Letter(
            sender="Meera Krishnan <meera.k@zentaralabs.example>",
            subject="Technical round - L2 - Ruth Adeyemi",
            sent="Tue, 09 Jun 2026 10:00:00 +0530",
            tz="Asia/Kolkata",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth,

As discussed over call, your L2 discussion is scheduled with Mr. Anand Subramanian (Architect) & Ms. Leela Thomas on 11-Jun-2026 (Thursday) @ 05:00 PM IST.

Client: Zentara Labs
Position: Java Developer
Mode: Google Meet
Link: https://meet.example/xyz

Pls acknowledge.

Rgds,
Meera
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-11T17:00+05:30",
            minutes=None,
            tz_stated=True,
            people=(
                ("Anand Subramanian", None),
                ("Leela Thomas", None),
            ),
            contact="meera.k@zentaralabs.example",
            company="Zentara Labs",
            role="Java Developer",
            medium="video",
            decision_by=None,
            wish=False,
        ),
        id="Java Developer at Zentara Labs",
    ),
    pytest.param(
        Letter(
            sender="Kerry-Ann Boyle <kboyle@outbackeducation.example>",
            subject="Phone interview",
            sent="Tue, 09 Jun 2026 10:00:00 +1000",
            tz="Australia/Sydney",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth,

Thanks for applying for the Early Childhood Educator position. The principal, Darren Pickles, will phone you Friday 12/6 at 1pm AEST. Allow 20-30 mins. We hope to have made a decision by COB Wednesday 17/6.

Kerry-Ann Boyle
Business Manager
Outback Education
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-12T13:00+10:00",
            minutes=None,
            tz_stated=True,
            people=(("Darren Pickles", None),),
            contact="kboyle@outbackeducation.example",
            company="Outback Education",
            role="Early Childhood Educator",
            medium="phone",
            decision_by="2026-06-17",
            wish=False,
        ),
        id="Early Childhood Educator at Outback Education",
    ),
    pytest.param(
        Letter(
            sender="Hiring Team <hello@pinwheeltoys.example>",
            subject="Let's talk, Ruth",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth,

You're booked with Gemma!

15-minute phone chat
Wed 10 June 2026
4:15pm (London time)

Gemma Rusk is our Ops Lead and will ring you. The job: Warehouse Team Leader.

Pinwheel Toys
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-10T16:15+01:00",
            minutes=15,
            tz_stated=True,
            people=(("Gemma Rusk", None),),
            contact="hello@pinwheeltoys.example",
            company="Pinwheel Toys",
            role="Warehouse Team Leader",
            medium="phone",
            decision_by=None,
            wish=False,
        ),
        id="Warehouse Team Leader at Pinwheel Toys",
    ),
    pytest.param(
        Letter(
            sender="Yolanda Frith <yolanda@corkandcask.example>",
            subject="tomorrow",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="In-Reply-To: <z@example.org>\n",
            html=False,
            ics="",
            body="""\
Still good for tomorrow at 6? Bar's quiet then. It's me and Pete who owns the place. Y x

On Mon, 8 Jun 2026 at 12:01, Ruth Adeyemi wrote:
> Thanks Yolanda, see you Wednesday 10 June at 6pm at Cork & Cask for the assistant manager interview.
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-10T18:00+01:00",
            minutes=None,
            tz_stated=False,
            people=(
                ("Yolanda Frith", "yolanda@corkandcask.example"),
                ("Pete", None),
            ),
            contact="yolanda@corkandcask.example",
            company="Cork & Cask",
            role="assistant manager",
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="assistant manager at Cork & Cask",
    ),
    pytest.param(
        Letter(
            sender="Simone Achard <simone.achard@lumenoptics.example>",
            subject="Your interview on June 15th",
            sent="Tue, 09 Jun 2026 10:00:00 -0400",
            tz="America/New_York",
            more="",
            html=False,
            ics="",
            body="""\
Dear Ruth,

We look forward to welcoming you on Monday, June 15th. Please see your itinerary:

9:00am: Arrive at Building 4, ask for Simone
9:15am - 10:00am: Dr. Hal Whitmore, VP R&D
10:00am - 10:45am: Tamsin Oyelaran & Bo Christensen, Optical Design
10:45am - 11:00am: Break
11:00am - 11:45am: Judith Kessler, HR

The position is Optical Engineer III.

Simone Achard
Lumen Optics
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-15T09:00-04:00",
            minutes=165,
            tz_stated=False,
            people=(
                ("Hal Whitmore", None),
                ("Tamsin Oyelaran", None),
                ("Bo Christensen", None),
                ("Judith Kessler", None),
            ),
            contact="simone.achard@lumenoptics.example",
            company="Lumen Optics",
            role="Optical Engineer III",
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="Optical Engineer III at Lumen Optics",
    ),
    pytest.param(
        Letter(
            sender="Zainab Yusuf <zainab.yusuf@kiteworksngo.example>",
            subject="Invitation to interview, Grants Officer",
            sent="Tue, 09 Jun 2026 10:00:00 +0000",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Dear Ruth,

We would like to invite you to a remote interview on Friday 19 June 2026, 13.00-13.50 GMT+1. It will be with Tomasz Wilk, Grants Manager, Aisha Barre, Programme Director and Lucy Fenn, trustee.

We'll share the questions 30 minutes beforehand. You can expect a decision early in the week of 22 June.

Kind regards,
Zainab Yusuf
HR Adviser
Kiteworks NGO
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-19T13:00+01:00",
            minutes=50,
            tz_stated=True,
            people=(
                ("Tomasz Wilk", None),
                ("Aisha Barre", None),
                ("Lucy Fenn", None),
            ),
            contact="zainab.yusuf@kiteworksngo.example",
            company="Kiteworks NGO",
            role="Grants Officer",
            medium="video",
            decision_by="2026-06-26",
            wish=False,
        ),
        id="Grants Officer at Kiteworks NGO",
    ),
    pytest.param(
        Letter(
            sender="Ines Fontaine <ines.fontaine@marblearch.example>",
            subject="Interview schedule - Brand Manager",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth,

Your interview has been scheduled with Oscar Penhaligon and Tilly Marsh for Thursday 18 June at 3:30pm.

How: Teams
How long: 50 minutes
Job: Brand Manager

Ines Fontaine
Marble Arch Media
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-18T15:30+01:00",
            minutes=50,
            tz_stated=False,
            people=(
                ("Oscar Penhaligon", None),
                ("Tilly Marsh", None),
            ),
            contact="ines.fontaine@marblearch.example",
            company="Marble Arch Media",
            role="Brand Manager",
            medium="video",
            decision_by=None,
            wish=False,
        ),
        id="Brand Manager at Marble Arch Media",
    ),
    pytest.param(
        Letter(
            sender="Wes Tanner <wtanner@redmesagrill.example>",
            subject="interview",
            sent="Tue, 09 Jun 2026 10:00:00 -0700",
            tz="America/Los_Angeles",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth this is Wes at Red Mesa Grill. Can you come by Thursday June 11 at 2 PM to meet with me and our GM Tasha about the line cook position? Just reply yes. Actually lets lock it in, see you then.
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-11T14:00-07:00",
            minutes=None,
            tz_stated=False,
            people=(
                ("Wes Tanner", "wtanner@redmesagrill.example"),
                ("Tasha", None),
            ),
            contact="wtanner@redmesagrill.example",
            company="Red Mesa Grill",
            role="line cook",
            medium="onsite",
            decision_by=None,
            wish=False,
        ),
        id="line cook at Red Mesa Grill",
    ),
    pytest.param(
        Letter(
            sender="Anneliese Drake <a.drake@hollowaychambers.example>",
            subject="Pupillage interview",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Dear Miss Adeyemi,

Chambers would be pleased to interview you for pupillage on Saturday 20th June 2026 at 12.20 p.m. The panel will be chaired by Sir Gregory Pell KC; the other members are Miss Fenella Roach and Mr Idris Bello. Interviews last 25 minutes and are held at 4 Garden Row.

Offers will be made on 26 June.

Anneliese Drake
Senior Clerk
Holloway Chambers
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-20T12:20+01:00",
            minutes=25,
            tz_stated=False,
            people=(
                ("Gregory Pell", None),
                ("Fenella Roach", None),
                ("Idris Bello", None),
            ),
            contact="a.drake@hollowaychambers.example",
            company="Holloway Chambers",
            role=None,
            medium="onsite",
            decision_by="2026-06-26",
            wish=False,
        ),
        id="a talk at Holloway Chambers",
    ),
    pytest.param(
        Letter(
            sender="Sanjana Iyer <sanjana.iyer@kestrelsystems.example>",
            subject="Interview Schedule_Ruth Adeyemi_SDET",
            sent="Tue, 09 Jun 2026 10:00:00 +0530",
            tz="Asia/Kolkata",
            more="",
            html=False,
            ics="",
            body="""\
Dear Ruth,

Please find your interview details below:

Interviewer Name : Vivek Malhotra / Shreya Kulkarni
Interview Date : 12 June 2026
Interview Time : 11:00 AM - 11:45 AM IST
Role : SDET II
Company : Kestrel Systems Pvt. Ltd.

Regards
Sanjana Iyer
HR Executive
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-12T11:00+05:30",
            minutes=45,
            tz_stated=True,
            people=(
                ("Vivek Malhotra", None),
                ("Shreya Kulkarni", None),
            ),
            contact="sanjana.iyer@kestrelsystems.example",
            company="Kestrel Systems",
            role="SDET II",
            medium=None,
            decision_by=None,
            wish=False,
        ),
        id="SDET II at Kestrel Systems",
    ),
    pytest.param(
        Letter(
            sender="Glenn Potter <gpotter@summitorthopedics.example>",
            subject="Meet & greet",
            sent="Mon, 02 Nov 2026 10:00:00 -0500",
            tz="America/New_York",
            more="",
            html=False,
            ics="",
            body="""\
Ruth,

Dr. Lowell Hayes and Dr. Priya Nathan are free to meet you Thursday, November 5 at 7:15 a.m. before clinic. Coffee's on us. Suite 400, 18 Lake Ave. This is the final step for the Physician Assistant position, and I'd expect an answer from them by the following Monday.

Glenn Potter
Practice Administrator
Summit Orthopedics
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-11-05T07:15-05:00",
            minutes=None,
            tz_stated=False,
            people=(
                ("Lowell Hayes", None),
                ("Priya Nathan", None),
            ),
            contact="gpotter@summitorthopedics.example",
            company="Summit Orthopedics",
            role="Physician Assistant",
            medium="onsite",
            decision_by="2026-11-09",
            wish=False,
        ),
        id="Physician Assistant at Summit Orthopedics",
    ),
    pytest.param(
        Letter(
            sender="Cathal Moran <cathal@moranmedia.example>",
            subject="Chat re: producer role",
            sent="Tue, 20 Oct 2026 10:00:00 +0100",
            tz="America/New_York",
            more="",
            html=False,
            ics="",
            body="""\
Hi Ruth, good to meet on Slack. Let's do Tuesday 27 October at 4pm Dublin time, which is noon for you as our clocks go back on the 25th. 30 mins, Zoom, just the two of us.

Cathal
Moran Media
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-10-27T12:00-04:00",
            minutes=30,
            tz_stated=True,
            people=(("Cathal Moran", "cathal@moranmedia.example"),),
            contact="cathal@moranmedia.example",
            company="Moran Media",
            role="producer",
            medium="video",
            decision_by=None,
            wish=False,
        ),
        id="producer at Moran Media",
    ),
    pytest.param(
        Letter(
            sender="Amazonia Careers <donotreply@smartrecruiters.example>",
            subject="Your interview with Brightline Rail",
            sent="Tue, 09 Jun 2026 10:00:00 +0100",
            tz="Europe/London",
            more="",
            html=False,
            ics="",
            body="""\
Hello Ruth Adeyemi,

Thank you for your interest in the Train Planner job at Brightline Rail. We are happy to confirm your interview:

Video interview
Tue, Jun 16, 2026, 14:00 - 14:30 (BST)
with Keisha Monroe, Adam Zielinski

Best,
Keisha Monroe
keisha.monroe@brightlinerail.example
""",
        ),
        Told(
            kind=Kind.INTERVIEW,
            start="2026-06-16T14:00+01:00",
            minutes=30,
            tz_stated=True,
            people=(
                ("Keisha Monroe", "keisha.monroe@brightlinerail.example"),
                ("Adam Zielinski", None),
            ),
            contact="keisha.monroe@brightlinerail.example",
            company="Brightline Rail",
            role="Train Planner",
            medium="video",
            decision_by=None,
            wish=False,
        ),
        id="Train Planner at Brightline Rail",
    ),
]


@pytest.mark.parametrize(("letter", "told"), LETTERS)
def test_every_field_of_a_letter_is_read(letter: Letter, told: Told) -> None:
    reading = _read(letter)
    assert reading.start is not None, reading.reasons
    assert reading.start == datetime.fromisoformat(told.start)
    assert {(person.name, person.email) for person in reading.interviewers} == set(told.people)
    assert reading.kind is told.kind
    assert (reading.duration_minutes, reading.tz_stated) == (told.minutes, told.tz_stated)
    assert (reading.contact.email if reading.contact else None) == told.contact
    assert (reading.company, reading.role) == (told.company, told.role)
    assert (reading.medium.value if reading.medium else None) == told.medium
    assert (reading.decision_by.isoformat() if reading.decision_by else None) == told.decision_by
    assert (reading.contact_wish is not ContactWish.NONE) is told.wish
