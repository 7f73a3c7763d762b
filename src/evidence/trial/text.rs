//! Text comparison as AWS does it.

/// Whether two texts are equal, ignoring case.
pub(super) fn is_same_ignoring_case(one: &str, other: &str) -> bool {
    folded(one).eq(folded(other))
}

/// The characters of a text in lower case.
pub(super) fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}

/// A part of a pattern with wildcards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glob {
    /// `*`: any text, also an empty one.
    Many,
    /// `?`: any one character.
    One,
    /// This character.
    Char(char),
}

/// Whether a whole text matches. Takes at most time proportional to text × pattern.
pub(super) fn fits(glob: &[Glob], text: &[char]) -> bool {
    let (mut at, mut from) = (0, 0);
    // Where to continue if the part after the last `*` does not match: the `*` takes one more character.
    let mut retry: Option<(usize, usize)> = None;
    while from < text.len() {
        let does_fit = match glob.get(at) {
            Some(Glob::Many) => {
                retry = Some((at, from));
                at += 1;
                continue;
            }
            Some(Glob::One) => true,
            Some(Glob::Char(c)) => text.get(from) == Some(c),
            None => false,
        };
        if does_fit {
            (at, from) = (at + 1, from + 1);
            continue;
        }
        let Some((star, taken)) = retry else {
            return false;
        };
        retry = Some((star, taken + 1));
        (at, from) = (star + 1, taken + 1);
    }
    glob.iter().skip(at).all(|part| *part == Glob::Many)
}

#[cfg(test)]
mod tests {
    use super::{Glob, fits, is_same_ignoring_case};

    fn does_fit(pattern: &str, text: &str) -> bool {
        let glob: Vec<Glob> = pattern
            .chars()
            .map(|c| match c {
                '*' => Glob::Many,
                '?' => Glob::One,
                c => Glob::Char(c),
            })
            .collect();
        fits(&glob, &text.chars().collect::<Vec<_>>())
    }

    #[test]
    fn wildcards_fit_whole_texts() {
        for (pattern, text) in [("*", ""), ("a*", "a"), ("*b*", "abc"), ("a*b*c", "axxbyybc"), ("?*", "a"), ("", "")] {
            assert!(does_fit(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [("?*", ""), ("a", "ab"), ("a*b", "abc"), ("", "a"), ("?", "ab"), ("*ab", "aab ")] {
            assert!(!does_fit(pattern, text), "{pattern} {text}");
        }
        assert!(!does_fit(&"*a".repeat(40), &"a".repeat(39)));
    }

    #[test]
    fn case_is_folded_beyond_ascii() {
        assert!(is_same_ignoring_case("STRASSE É", "strasse é"));
        assert!(!is_same_ignoring_case("a", "ab"));
    }
}
