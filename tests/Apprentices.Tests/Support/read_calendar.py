"""Reads iCalendar objects with a library that is not ours (python3-icalendar): one JSON string a line on the input, and for each
what it understood as one line of JSON on the output."""
import json
import sys
from datetime import datetime, timezone

import icalendar


def moment(value):
    day = value.dt
    if isinstance(day, datetime):
        return {"local": day.replace(tzinfo=None).isoformat(), "utc": day.astimezone(timezone.utc).isoformat(), "zone": value.params.get("TZID")}
    return {"local": day.isoformat(), "utc": None, "zone": None}


def people(value):
    return [str(one) for one in (value if isinstance(value, list) else [value] if value else [])]


def text(component, name):
    return str(component[name]) if name in component else None


def understood(calendar, event, events):
    return {
        "method": str(calendar["METHOD"]),
        "events": len(events),
        "zones": len(calendar.walk("VTIMEZONE")),
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "status": str(event["STATUS"]),
        "start": moment(event["DTSTART"]),
        "end": moment(event["DTEND"]),
        "summary": str(event["SUMMARY"]),
        "location": text(event, "LOCATION"),
        "url": text(event, "URL"),
        "organizer": text(event, "ORGANIZER"),
        "attendees": people(event.get("ATTENDEE")),
        "names": sorted(event.keys()),
        "errors": [str(error) for error in event.errors],
        "changed": event["LAST-MODIFIED"].dt.isoformat() if "LAST-MODIFIED" in event else None,
    }


for line in sys.stdin:
    calendar = icalendar.Calendar.from_ical(json.loads(line))
    events = calendar.walk("VEVENT")
    read = [understood(calendar, event, events) for event in events]
    print(json.dumps({
        **(read[0] if read else {"method": str(calendar["METHOD"])}),
        "name": text(calendar, "X-WR-CALNAME"),
        "about": text(calendar, "X-WR-CALDESC"),
        "zones": len(calendar.walk("VTIMEZONE")),
        "parts": len(calendar.subcomponents),
        "all": read,
    }), flush=True)
