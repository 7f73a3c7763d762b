//! The choices for a handout, and the topic files that it needs.

use crate::base::i18n::{Locale, Text};
use crate::base::json::Json;
use crate::content::catalogue::{self, Control, LEVELS, Section};
use crate::content::topics::Topic;
use crate::documents::words as text;

/// The groups of controls that a handout or a workshop can include: the levels by number, and the recommended controls.
pub const GROUPS: [&str; 4] = ["1", "2", "3", "recommended"];

/// The selectable lengths of a workshop, in minutes.
pub const MINUTES: [u16; 5] = [30, 40, 60, 90, 120];

/// The default length of a workshop, in minutes.
const DEFAULT_MINUTES: u16 = 40;

/// The controls of the named groups, in the order of the page.
#[must_use]
pub fn in_groups(groups: &str) -> Vec<&'static Control> {
    let is_chosen = |control: &&&Control| {
        let group_number = control.level.map_or(GROUPS.len(), usize::from);
        GROUPS.get(group_number.saturating_sub(1)).is_some_and(|group| groups.contains(group))
    };
    catalogue::all().iter().filter(is_chosen).copied().collect()
}

/// The languages of a handout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Languages {
    /// One language.
    One(Locale),
    /// Both, side by side.
    Both,
}

impl Languages {
    /// Parses `ja`, `en` or `both`; any other text gives the reader's language.
    #[must_use]
    pub fn read(text: &str, reader: Locale) -> Languages {
        match text {
            "both" => Languages::Both,
            tag => Languages::One(Locale::from_tag(tag).unwrap_or(reader)),
        }
    }

    /// The languages, Japanese first.
    #[must_use]
    pub fn locales(self) -> Vec<Locale> {
        match self {
            Languages::One(locale) => vec![locale],
            Languages::Both => Locale::ALL.to_vec(),
        }
    }
}

/// The paper size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// The order of the controls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By level, with the recommended controls last.
    Levels,
    /// By section, as on the page.
    Sections,
}

/// An optional sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appendix {
    /// The incident runbook.
    Runbook,
    /// The response-team sheet.
    Team,
    /// The quiz, without its answers.
    Quiz,
    /// The facilitator's sheet: timetable, instructions and quiz answers.
    Facilitator,
}

impl Appendix {
    /// All optional sheets, in print order.
    pub const ALL: [Appendix; 4] = [Appendix::Runbook, Appendix::Team, Appendix::Quiz, Appendix::Facilitator];

    /// Its field name in a request.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Appendix::Runbook => "runbook",
            Appendix::Team => "team",
            Appendix::Quiz => "quiz",
            Appendix::Facilitator => "facilitator",
        }
    }

    /// The topic that contains its texts.
    const fn topic(self) -> Topic {
        match self {
            Appendix::Runbook | Appendix::Team => Topic::Incident,
            Appendix::Quiz | Appendix::Facilitator => Topic::Learn,
        }
    }

    /// The optional sheets that a request includes.
    fn chosen(choices: &Json) -> impl Iterator<Item = Appendix> {
        Appendix::ALL.into_iter().filter(|appendix| choices.flag(appendix.id()).unwrap_or_default())
    }
}

/// The choices for a handout. Texts may be empty.
#[derive(Debug)]
pub struct Choices<'a> {
    /// The languages.
    pub languages: Languages,
    /// The paper size.
    pub paper: Paper,
    /// The order of the controls.
    pub order: Order,
    /// Whether the check and fix steps are included.
    pub steps: bool,
    /// The length of the workshop, in minutes.
    pub minutes: u16,
    /// Replaces the default title.
    pub title: &'a str,
    /// The event.
    pub event: &'a str,
    /// The date and time, as free text.
    pub date: &'a str,
    /// The contact for questions.
    pub contact: &'a str,
    /// The page's address, as typed.
    pub address: &'a str,
    /// The controls, in the order of the page.
    pub controls: Vec<&'static Control>,
    /// The optional sheets.
    pub appendices: Vec<Appendix>,
}

impl Choices<'_> {
    /// Reads the choices. Missing or unknown values take the defaults of the page: the first level, on A4.
    #[must_use]
    pub fn read(choices: &Json, reader: Locale) -> Choices<'_> {
        let minutes = MINUTES.into_iter().find(|minutes| choices.words("minutes") == minutes.to_string());
        let first = GROUPS.first().copied().unwrap_or_default();
        let controls = match choices.get("controls").and_then(Json::as_text) {
            None => in_groups(first),
            Some(ids) => {
                let ids: Vec<_> = ids.split(' ').collect();
                catalogue::all().iter().copied().filter(|control| ids.contains(&control.id)).collect()
            }
        };
        Choices {
            languages: Languages::read(choices.words("languages"), reader),
            paper: if choices.words("paper") == "letter" { Paper::Letter } else { Paper::A4 },
            order: if choices.words("order") == "sections" { Order::Sections } else { Order::Levels },
            steps: choices.flag("steps").unwrap_or_default(),
            minutes: minutes.unwrap_or(DEFAULT_MINUTES),
            title: choices.words("title").trim(),
            event: choices.words("event").trim(),
            date: choices.words("date").trim(),
            contact: choices.words("contact").trim(),
            address: choices.words("address"),
            controls,
            appendices: Appendix::chosen(choices).collect(),
        }
    }

    /// The controls in groups with headings, in print order.
    #[must_use]
    pub fn groups(&self) -> Vec<Group> {
        let groups: Vec<Group> = match self.order {
            Order::Levels => {
                let recommended = self.group(owned(text::RECOMMENDED), |control| control.level.is_none());
                let levels = LEVELS.iter().map(|level| {
                    let name =
                        |locale| format!("{} {} — {}", text::LEVEL.get(locale), level.number, level.title.get(locale));
                    self.group(Locale::ALL.map(name), |control| control.level == Some(level.number))
                });
                levels.chain([recommended]).collect()
            }
            Order::Sections => {
                let group = |section: Section| self.group(owned(section.title()), |control| control.section == section);
                Section::ALL.into_iter().map(group).collect()
            }
        };
        let mut number = 0;
        let numbered = groups.into_iter().filter(|group| !group.controls.is_empty()).map(|mut group| {
            group.first = number + 1;
            number += group.controls.len();
            group
        });
        numbered.collect()
    }

    fn group(&self, title: [String; 2], belongs: impl Fn(&Control) -> bool) -> Group {
        let mut controls: Vec<_> = self.controls.iter().copied().filter(|control| belongs(control)).collect();
        if self.order == Order::Levels {
            controls.sort_by_key(|control| control.order);
        }
        Group { title, first: 1, controls }
    }
}

fn owned(text: Text) -> [String; 2] {
    [text.ja.to_owned(), text.en.to_owned()]
}

/// The controls under one heading.
#[derive(Debug)]
pub struct Group {
    title: [String; 2],
    /// The printed number of its first control.
    pub first: usize,
    /// At least one, in print order.
    pub controls: Vec<&'static Control>,
}

impl Group {
    /// The heading.
    #[must_use]
    pub fn title(&self, locale: Locale) -> &str {
        let [ja, en] = &self.title;
        match locale {
            Locale::Ja => ja,
            Locale::En => en,
        }
    }

    /// The minutes that it takes to put all its controls in place.
    #[must_use]
    pub fn effort(&self) -> u32 {
        self.controls.iter().map(|control| u32::from(control.effort_minutes)).sum()
    }
}

/// The topic files that the choices need.
#[must_use]
pub fn files(choices: &Json, reader: Locale) -> Vec<(Topic, Locale)> {
    let mut topics = vec![Topic::Controls];
    for appendix in Appendix::chosen(choices) {
        if !topics.contains(&appendix.topic()) {
            topics.push(appendix.topic());
        }
    }
    let locales = Languages::read(choices.words("languages"), reader).locales();
    topics.into_iter().flat_map(|topic| locales.clone().into_iter().map(move |locale| (topic, locale))).collect()
}

/// The choices of a handout and the texts that it needs.
#[derive(Debug)]
pub struct Handout<'a> {
    /// The choices.
    pub choices: Choices<'a>,
    /// The topic files, by the keys that [`Handout::key`] returns.
    pub files: &'a Json,
    /// The page's address, if every participant can reach it.
    pub base: Option<String>,
}

impl Handout<'_> {
    /// The key of a topic file in a request.
    #[must_use]
    pub fn key(topic: Topic, locale: Locale) -> String {
        [topic.id(), "-", locale.tag()].concat()
    }

    /// A topic file, or `Json::Null` if it is missing.
    #[must_use]
    pub fn file(&self, topic: Topic, locale: Locale) -> &Json {
        self.files.get(&Handout::key(topic, locale)).unwrap_or(&Json::Null)
    }
}

#[cfg(test)]
mod tests {
    use super::{Appendix, Choices, Languages, files, in_groups};
    use crate::base::i18n::Locale;
    use crate::base::json::Json;
    use crate::content::catalogue::{Section, all};
    use crate::content::topics::Topic;

    fn json(text: &str) -> Json {
        Json::parse(text).unwrap()
    }

    #[test]
    fn a_fresh_page_hands_out_the_first_level() {
        let nothing = json("{}");
        let choices = Choices::read(&nothing, Locale::Ja);
        assert_eq!(choices.controls.len(), in_groups("1").len());
        assert_eq!((choices.languages, choices.minutes), (Languages::One(Locale::Ja), 40));
        let groups = choices.groups();
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[0].controls[0].id, "iam-root-mfa");
        assert_eq!(groups[0].title(Locale::En), "Level 1 — Doors closed");
    }

    #[test]
    fn whatever_the_order_every_control_has_one_place() {
        let ids: Vec<_> = all().iter().map(|control| control.id).collect();
        for order in ["levels", "sections"] {
            let text = format!(r#"{{"controls":"{}","order":"{order}"}}"#, ids.join(" "));
            let everything = json(&text);
            let groups = Choices::read(&everything, Locale::En).groups();
            assert_eq!(groups.len(), if order == "levels" { 4 } else { Section::ALL.len() });
            let mut number = 1;
            for group in &groups {
                assert_eq!(group.first, number);
                number += group.controls.len();
            }
            assert_eq!(number, all().len() + 1);
        }
    }

    #[test]
    fn single_controls_and_none() {
        let two = json(r#"{"controls":"config-recording no-such-control iam-root-mfa"}"#);
        let groups = Choices::read(&two, Locale::En).groups();
        assert_eq!(groups.iter().map(|group| group.controls.len()).sum::<usize>(), 2);
        let none = json(r#"{"controls":""}"#);
        assert!(Choices::read(&none, Locale::En).groups().is_empty());
    }

    #[test]
    fn it_asks_for_the_files_that_it_needs() {
        assert_eq!(files(&json("{}"), Locale::En), [(Topic::Controls, Locale::En)]);
        let request = json(r#"{"languages":"both","runbook":true,"team":true,"quiz":false,"facilitator":true}"#);
        let expected = [Topic::Controls, Topic::Incident, Topic::Learn];
        let expected: Vec<_> =
            expected.into_iter().flat_map(|topic| Locale::ALL.map(|locale| (topic, locale))).collect();
        assert_eq!(files(&request, Locale::En), expected);
        assert_eq!(
            Choices::read(&request, Locale::En).appendices,
            [Appendix::Runbook, Appendix::Team, Appendix::Facilitator]
        );
    }
}
