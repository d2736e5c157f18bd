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


for line in sys.stdin:
    text = json.loads(line)
    calendar = icalendar.Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    event = events[0]
    print(json.dumps({
        "method": str(calendar["METHOD"]),
        "events": len(events),
        "zones": len(calendar.walk("VTIMEZONE")),
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "status": str(event["STATUS"]),
        "start": moment(event["DTSTART"]),
        "end": moment(event["DTEND"]),
        "summary": str(event["SUMMARY"]),
        "location": str(event["LOCATION"]) if "LOCATION" in event else None,
        "url": str(event["URL"]) if "URL" in event else None,
        "organizer": str(event["ORGANIZER"]) if "ORGANIZER" in event else None,
        "attendees": people(event.get("ATTENDEE")),
        "names": sorted(event.keys()),
        "errors": [str(error) for error in event.errors],
    }), flush=True)
