//! Points in time and calendar dates, based on the `time` crate.
//!
//! **Invariant:** no clock; `now` is always a parameter.

use crate::base::json::Json;
use serde::{Serialize, Serializer};
use std::fmt;
use time::format_description::well_known::Rfc3339;
use time::{Duration, Month, OffsetDateTime, UtcOffset};

/// A point in time, UTC, to the second. Text form: RFC 3339, `2026-11-23T09:00:00Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(OffsetDateTime);

impl Timestamp {
    /// 1970-01-01T00:00:00Z.
    pub const UNIX_EPOCH: Timestamp = Timestamp(OffsetDateTime::UNIX_EPOCH);

    /// From seconds since 1970-01-01T00:00:00Z; `None` beyond the year 9999.
    #[must_use]
    pub fn from_unix_seconds(seconds: i64) -> Option<Timestamp> {
        OffsetDateTime::from_unix_timestamp(seconds).ok().map(Timestamp)
    }

    /// Parses RFC 3339 with any offset; `None` for anything else.
    #[must_use]
    #[inline(never)]
    pub fn parse(text: &str) -> Option<Timestamp> {
        let parsed = OffsetDateTime::parse(text.trim(), &Rfc3339).ok()?;
        parsed.checked_to_offset(UtcOffset::UTC)?.replace_nanosecond(0).ok().map(Timestamp)
    }

    /// Parses the formats that programs write: RFC 3339, also with a blank for the `T`, without seconds, with slashes,
    /// or without an offset (taken as UTC); and seconds or milliseconds since 1970.
    #[must_use]
    #[inline(never)]
    pub fn parse_loosely(text: &str) -> Option<Timestamp> {
        /// Larger numbers are milliseconds; in seconds, this is the year 5138.
        const SECONDS: i64 = 100_000_000_000;
        if let Ok(number) = text.trim().parse::<i64>() {
            let seconds = if number.abs() > SECONDS { number / 1000 } else { number };
            // Smaller numbers may be days or anything else.
            return Timestamp::from_unix_seconds(seconds).filter(|_| seconds > SECONDS / 1000);
        }
        let text = text.trim().replacen(' ', "T", 1);
        let (date, time) = text.split_once('T')?;
        let mut parts = date.split(['-', '/']);
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let (time, offset) = match time.find(['Z', '+', '-']) {
            Some(index) => time.split_at(index),
            None => (time, "Z"),
        };
        let time = if time.matches(':').count() == 1 { [time, ":00"].concat() } else { time.to_owned() };
        let time = if time.find(':') == Some(1) { ["0", &time].concat() } else { time };
        // Some programs write `+0000`.
        let offset = match (offset.get(..3), offset.get(3..)) {
            (Some(hours), Some(minutes)) if !minutes.starts_with(':') => [hours, ":", minutes].concat(),
            _ => offset.to_owned(),
        };
        Timestamp::parse(&format!("{year}-{month:0>2}-{day:0>2}T{time}{offset}"))
    }

    /// As [`Timestamp::parse_loosely`], from a text or a number.
    #[must_use]
    pub fn of_json(value: &Json) -> Option<Timestamp> {
        match value {
            Json::Text(text) => Timestamp::parse_loosely(text),
            Json::Number(number) => Timestamp::parse_loosely(&format!("{number:.0}")),
            Json::Null | Json::Bool(_) | Json::List(_) | Json::Object(_) => None,
        }
    }

    /// The calendar date in UTC.
    #[must_use]
    pub fn date(self) -> Date {
        Date(self.0.date())
    }

    /// The calendar date at a UTC offset of `minutes_ahead` minutes.
    #[must_use]
    pub fn date_at(self, minutes_ahead: i32) -> Date {
        Date(self.0.saturating_add(Duration::minutes(minutes_ahead.into())).date())
    }

    /// Moves a time in the year 9999, the last one that can be represented, to the year 9000, so that a later time
    /// always exists. Only a wrong clock or a malicious file has such a time.
    #[must_use]
    pub fn clamped(self) -> Timestamp {
        let in_9000 = self.0.replace_year(9000).unwrap_or(self.0);
        if self.0.year() < 9999 { self } else { Timestamp(in_9000) }
    }

    /// One second later, at most the last time that can be represented.
    #[must_use]
    pub fn next_second(self) -> Timestamp {
        Timestamp(self.0.saturating_add(Duration::SECOND))
    }

    /// One minute later, at most the last time that can be represented.
    #[must_use]
    pub fn next_minute(self) -> Timestamp {
        Timestamp(self.0.saturating_add(Duration::MINUTE))
    }

    /// The date and the time of day at a UTC offset of `minutes_ahead` minutes, to the minute: `2026-11-24 03:12`.
    #[must_use]
    pub fn clock_at(self, minutes_ahead: i32) -> String {
        let there = self.0.saturating_add(Duration::minutes(minutes_ahead.into()));
        format!("{} {:02}:{:02}", Date(there.date()), there.hour(), there.minute())
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn unix_seconds(self) -> i64 {
        self.0.unix_timestamp()
    }

    /// Whole hours from `earlier` to `self`; negative when `self` is the earlier one.
    #[must_use]
    pub fn hours_since(self, earlier: Timestamp) -> i64 {
        (self.0 - earlier.0).whole_hours()
    }

    /// Whole days from `earlier` to `self`; negative when `self` is the earlier one.
    #[must_use]
    pub fn days_since(self, earlier: Timestamp) -> i64 {
        (self.0 - earlier.0).whole_days()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = self.0.to_hms();
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}Z", self.date())
    }
}

/// A calendar date. Text form: `2026-11-23`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(time::Date);

impl Date {
    /// Parses `YYYY-MM-DD`; `None` for anything else, 30 February included.
    #[must_use]
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.trim().splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
        time::Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok().map(Date)
    }

    /// Year, month from 1, day from 1.
    #[must_use]
    pub fn parts(self) -> (i32, u8, u8) {
        let (year, month, day) = self.0.to_calendar_date();
        (year, month.into(), day)
    }

    /// The date `days` later, at most the last date that can be represented.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Date {
        Date(self.0.saturating_add(Duration::days(days)))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Timestamp};

    #[test]
    fn any_offset_becomes_utc_seconds() {
        let noon = Timestamp::parse("2026-11-23T21:00:00.75+09:00").unwrap();
        assert_eq!(noon.to_string(), "2026-11-23T12:00:00Z");
        assert_eq!(Timestamp::parse("2026-11-23"), None);
        assert_eq!(Timestamp::parse("9999-12-31T23:59:59-01:00"), None);
    }

    #[test]
    fn dates_are_calendar_dates() {
        assert_eq!(Date::parse("2026-02-30"), None);
        assert_eq!(Date::parse("26-2-3"), None);
        let day = Date::parse("2026-12-01").unwrap().plus_days(90);
        assert_eq!(day.to_string(), "2027-03-01");
    }

    #[test]
    fn days_are_whole_and_signed() {
        let a = Timestamp::parse("2026-11-20T00:00:00Z").unwrap();
        let b = Timestamp::parse("2026-11-22T23:00:00Z").unwrap();
        assert_eq!(b.date_at(9 * 60).to_string(), "2026-11-23");
        assert_eq!(b.days_since(a), 2);
        assert_eq!(a.days_since(b), -2);
    }
}
