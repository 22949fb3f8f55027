import { randomUUID } from 'node:crypto';
import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { Day } from '../../questionnaire/calendar.ts';

/** A title that says nothing to anybody else who sees the calendar. */
const TITLE = 'Reminder';

/** Eight in the morning in winter, nine in summer, as the file gives the time in UTC. */
const ALARM_TIME = 'T08:00:00Z';

/**
 * A calendar file (RFC 5545) with one all-day event and an alarm. The event shows the day as free, has its
 * own id, so that two reminders stay separate, and names no calendar, so that none is created for it.
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
  event.createAlarm({
    type: ICalAlarmType.display,
    trigger: new Date(`${day}${ALARM_TIME}`),
    description: TITLE,
  });
  // The library leaves out the last line end.
  return `${calendar.toString()}\r\n`;
}
