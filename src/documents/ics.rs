//! The dates of a profile as an iCalendar file (RFC 5545): due dates, review dates of accepted risks, and dates to
//! check answers again. All-day events with stable ids, so that importing a later file moves events instead of adding
//! duplicates.

use super::reader::Reader;
use super::{Report, Row, words as text};
use crate::assessment::{RECHECK_DAYS, Status};
use crate::base::i18n::{Locale, Text, t};
use crate::base::time::{Date, Timestamp};
use ics::properties::{Categories, Description, DtEnd, DtStart, Summary, Transp, Trigger};
use ics::{Alarm, Event, ICalendar, escape_text, parameters};

const PRODUCT_ID: &str = "-//Guard Navi//Guard Navi//EN";
/// The maximum length of a line in octets, without its line break.
const MAX_LINE_OCTETS: usize = 75;
/// The time of an alarm: 09:00 on the day before the event.
const ALARM_OFFSET: &str = "-PT15H";

const DUE: Text = t("期限", "Due");
const REVIEW: Text = t("受け入れたリスクを見直す", "Review the accepted risk");
const RECHECK: Text = t("もう一度確認", "Check again");
const ANSWERED: Text = t("回答日", "Answered on");

/// Why a control has a date in the calendar.
#[derive(Clone, Copy)]
enum Kind {
    Due,
    Review,
    Recheck,
}

impl Kind {
    const fn id(self) -> &'static str {
        match self {
            Kind::Due => "due",
            Kind::Review => "review",
            Kind::Recheck => "recheck",
        }
    }

    const fn title(self) -> Text {
        match self {
            Kind::Due => DUE,
            Kind::Review => REVIEW,
            Kind::Recheck => RECHECK,
        }
    }
}

/// Writes the calendar, with or without alarms; `None` without any date, because a calendar must not be empty.
#[must_use]
pub fn calendar(report: &Report<'_>, with_alarms: bool, reader: Reader<'_>) -> Option<String> {
    let mut calendar = ICalendar::new("2.0", PRODUCT_ID);
    let mut is_empty = true;
    for row in &report.rows {
        for (kind, date) in dates(row, reader) {
            let mut event = event(report, row, (kind, date), reader);
            if with_alarms {
                let words = escape_text(summary(kind, row, reader.locale));
                event.add_alarm(Alarm::display(Trigger::new(ALARM_OFFSET), Description::new(words)));
            }
            calendar.add_event(event);
            is_empty = false;
        }
    }
    (!is_empty).then(|| folded(&calendar.to_string()))
}

/// The due date of an open control, the review date of an accepted risk, or the date to check a settled control again.
fn dates(row: &Row<'_>, reader: Reader<'_>) -> Vec<(Kind, Date)> {
    let Some(answer) = row.answer else {
        return Vec::new();
    };
    let recheck = || (Kind::Recheck, (reader.local)(answer.since()).plus_days(RECHECK_DAYS));
    match row.status {
        Status::Unanswered | Status::InProgress | Status::NotDone | Status::Unsure => {
            answer.due.map(|due| (Kind::Due, due)).into_iter().collect()
        }
        Status::RiskAccepted => answer.review_by.map(|date| (Kind::Review, date)).into_iter().collect(),
        Status::Done | Status::NotApplicable => vec![recheck()],
    }
}

fn event<'a>(report: &Report<'_>, row: &Row<'_>, (kind, date): (Kind, Date), reader: Reader<'_>) -> Event<'a> {
    let id = [row.control.id, ".", kind.id(), ".", &plain(&report.profile.id), "@guard-navi"].concat();
    let mut event = Event::new(id, stamp(report.made_at));
    let all_day = |date: Date| basic(&date.to_string());
    let mut start = DtStart::new(all_day(date));
    start.append(parameters!("VALUE" => "DATE"));
    let mut end = DtEnd::new(all_day(date.plus_days(1)));
    end.append(parameters!("VALUE" => "DATE"));
    event.push(start);
    event.push(end);
    event.push(Summary::new(escape_text(summary(kind, row, reader.locale))));
    event.push(Description::new(escape_text(description(report, row, reader))));
    event.push(Categories::new("Guard Navi"));
    // Reminders must not mark the time as busy.
    event.push(Transp::new("TRANSPARENT"));
    event
}

fn summary(kind: Kind, row: &Row<'_>, locale: Locale) -> String {
    let (kind, title) = (kind.title().get(locale), row.control.title.get(locale));
    [kind, ": ", title].concat()
}

fn description(report: &Report<'_>, row: &Row<'_>, reader: Reader<'_>) -> String {
    let answer = row.answer;
    let named = |name: Text, value: &str| [reader.get(name), ": ", value].concat();
    let since = answer.map(|answer| reader.day(answer.since()));
    let lines = [
        Some(super::report_layout::name(report, reader.locale).to_owned()),
        Some(named(text::STATUS, reader.get(row.status.title()))),
        answer.and_then(|answer| answer.owner.as_deref()).map(|owner| named(text::OWNER, owner)),
        answer.and_then(|answer| answer.reason.as_deref()).map(|reason| named(text::REASON, reason)),
        since.map(|day| named(ANSWERED, &day)),
    ];
    let text = lines.into_iter().flatten().collect::<Vec<_>>().join("\n");
    // Calendar text must not contain control characters.
    text.chars().filter(|c| !c.is_control() || *c == '\n').collect()
}

/// `20261123T120000Z`
fn stamp(at: Timestamp) -> String {
    basic(&at.to_string())
}

/// The basic format of ISO 8601: without `-` and `:`.
fn basic(text: &str) -> String {
    text.replace(['-', ':'], "")
}

/// The letters and digits of a profile id, at most 64; an id from a file may contain anything.
fn plain(id: &str) -> String {
    id.chars().filter(char::is_ascii_alphanumeric).take(64).collect()
}

/// Folds the lines again: the `ics` crate does not count the leading space of a folded line, so its lines have 76
/// octets.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > MAX_LINE_OCTETS {
                out.push_str("\r\n ");
                length = 1;
            }
            out.push(c);
            length += c.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{MAX_LINE_OCTETS, calendar};
    use crate::assessment::{Change, Profile, Status};
    use crate::base::i18n::Locale;
    use crate::base::time::{Date, Timestamp};
    use crate::content::catalogue::all;
    use crate::documents::reader::Reader;
    use crate::documents::{ReportOptions, report};

    fn calendar_text(profile: &Profile, locale: Locale, with_alarms: bool) -> Option<String> {
        let now = Timestamp::parse("2026-11-23T12:00:00Z").unwrap();
        let report = report(all(), profile, ReportOptions::default(), (now, now.date()));
        calendar(&report, with_alarms, Reader { locale, local: &|at| at.date_at(9 * 60) })
    }

    fn profile() -> Profile {
        let at = Timestamp::parse("2026-11-20T20:00:00Z").unwrap();
        let mut profile =
            Profile { id: "5f2c\r\n9d".to_owned(), name: "本番, A;B\\C".to_owned(), ..Profile::default() };
        profile.record("iam-root-mfa", Change::by_person(Status::Done), at).unwrap();
        profile.record("iam-user-mfa", Change::by_person(Status::NotDone), at).unwrap();
        profile.record_due("iam-user-mfa", Date::parse("2026-12-31"), at);
        let reason = Some("検証用のアカウントで、外からは届かないため\nEND:VEVENT ".repeat(9));
        let review_by = Date::parse("2027-01-31");
        let risk = Change { reason, review_by, ..Change::by_person(Status::RiskAccepted) };
        profile.record("config-recording", risk, at).unwrap();
        profile
    }

    #[test]
    fn one_day_for_each_kind_of_date() {
        let text = calendar_text(&profile(), Locale::En, false).unwrap().replace("\r\n ", "");
        for expected in [
            "UID:iam-root-mfa.recheck.5f2c9d@guard-navi\r\nDTSTAMP:20261123T120000Z\r\nDTSTART;VALUE=DATE:20270219\r\n\
             DTEND;VALUE=DATE:20270220\r\nSUMMARY:Check again: Turn on MFA for the root user\r\n",
            "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nSUMMARY:Due: ",
            "DTSTART;VALUE=DATE:20270131\r\nDTEND;VALUE=DATE:20270201\r\nSUMMARY:Review the accepted risk: ",
            "DESCRIPTION:本番\\, A\\;B\\\\C\\nStatus: ",
        ] {
            assert!(text.contains(expected), "{expected}\n{text}");
        }
        assert_eq!((text.matches("\r\nEND:VEVENT\r\n").count(), text.matches("VALARM").count()), (3, 0));
        assert_eq!(calendar_text(&profile(), Locale::En, true).unwrap().matches("BEGIN:VALARM").count(), 3);
    }

    #[test]
    fn no_line_is_longer_than_the_rule_allows() {
        let text = calendar_text(&profile(), Locale::Ja, true).unwrap();
        assert!(text.split("\r\n").all(|line| line.len() <= MAX_LINE_OCTETS && !line.contains(['\r', '\n'])));
        assert!(text.contains("\r\n "));
    }

    #[test]
    fn a_blank_profile_has_no_dates() {
        assert_eq!(calendar_text(&Profile::default(), Locale::Ja, true), None);
    }
}
