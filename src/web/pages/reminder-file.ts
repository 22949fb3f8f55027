import { randomUUID } from 'node:crypto';
import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { Day } from '../../questionnaire/calendar.ts';

/** Anybody who sees the calendar learns nothing from it. */
const TITLE = 'Reminder';

/** At nine in the morning of the day. */
const ALARM_SECONDS = 9 * 3_600;

/**
 * A calendar of one whole day (RFC 5545), with an alarm. It takes no time of the day, has an id of its own, so that
 * two reminders of one calendar stay two, and names no calendar, so that none is made for it.
 */
export function reminderFile(day: Day, today: Day): string {
  const calendar = ical();
  const event = calendar.createEvent({
    id: randomUUID(),
    start: new Date(`${day}T00:00:00Z`),
    allDay: true,
    stamp: new Date(`${today}T00:00:00Z`),
    summary: TITLE,
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  event.createAlarm({ type: ICalAlarmType.display, triggerAfter: ALARM_SECONDS, description: TITLE });
  return calendar.toString();
}
