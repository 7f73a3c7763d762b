//! Commands that are repeated over Regions, as one bash loop.

use super::{CommandLine, Piece, PlaceholderValues, add, push};

/// Groups consecutive commands: those repeated in the same Regions, and those not repeated.
pub fn groups(commands: &[CommandLine]) -> impl Iterator<Item = &[CommandLine]> {
    commands.chunk_by(|one, next| match (&one.repeat, &next.repeat) {
        (Some(one), Some(next)) => one.regions == next.regions && one.excludes_home_region == next.excludes_home_region,
        (one, next) => one.is_none() && next.is_none(),
    })
}

/// A bash loop, in pieces, around commands that are repeated in the same Regions. It prints each Region, and continues
/// if a command fails.
#[must_use]
pub fn region_loop(commands: &[CommandLine], placeholder_values: &PlaceholderValues) -> Vec<Piece> {
    let mut lines = Vec::new();
    let Some(repeat) = commands.first().and_then(|command| command.repeat.as_ref()) else {
        return lines;
    };
    let regions = if repeat.regions.is_empty() {
        "$(aws ec2 describe-regions --query 'Regions[].RegionName' --output text)".to_owned()
    } else {
        repeat.regions.join(" ")
    };
    if repeat.excludes_home_region {
        // In quotes: an interactive bash that stumbles over an unfilled placeholder drops the lines up to it and runs the
        // others, with whatever Region an earlier loop left behind.
        push(&mut lines, "home='");
        let [token, typed] = ["<HOME_REGION>", placeholder_values.get("<HOME_REGION>").trim()];
        let text = if typed.is_empty() { token.to_owned() } else { typed.replace('\'', r"'\''") };
        lines.push(Piece { text, is_placeholder: true });
        push(&mut lines, "'\n");
    }
    push(&mut lines, &format!("for region in {regions}; do\n"));
    if repeat.excludes_home_region {
        // What is no Region's name stops the loop before it has done anything.
        push(
            &mut lines,
            "  case \"$home\" in \"$region\") continue ;; *[!a-z0-9-]*) echo 'HOME_REGION ?'; break ;; esac\n",
        );
    }
    push(&mut lines, "  echo \"== $region\"\n");
    for command in commands {
        match command.repeat.as_ref().and_then(|repeat| repeat.each.as_ref()) {
            Some([from, path, token]) => {
                let variable = token.trim_matches(['<', '>']).to_ascii_lowercase();
                push(
                    &mut lines,
                    &format!(
                        "  for {variable} in $(aws {from} --query '{path}' --output text --region \"$region\"); do\n    "
                    ),
                );
                add(&mut lines, &command.words, placeholder_values, &[("<REGION>", "region"), (token, &variable)]);
                push(&mut lines, "\n  done\n");
            }
            None => {
                push(&mut lines, "  ");
                add(&mut lines, &command.words, placeholder_values, &[("<REGION>", "region")]);
                push(&mut lines, "\n");
            }
        }
    }
    push(&mut lines, "done");
    lines
}

#[cfg(test)]
mod tests {
    use super::region_loop;
    use crate::content::commands::{CommandLine, PlaceholderValues, Repeat};

    fn repeated(words: &[&str], excludes_home_region: bool, each: Option<[&str; 3]>) -> CommandLine {
        let each = each.map(|each| each.map(str::to_owned));
        let repeat = Some(Repeat { regions: Vec::new(), excludes_home_region, each });
        CommandLine { words: words.iter().map(|word| (*word).to_owned()).collect(), note: None, repeat }
    }

    fn text(commands: &[CommandLine], placeholder_values: &PlaceholderValues) -> String {
        region_loop(commands, placeholder_values).into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn a_loop_fills_the_region_and_what_each_has() {
        let detector = ["guardduty list-detectors", "DetectorIds[]", "<DETECTOR_ID>"];
        let commands = [
            repeated(&["aws", "x", "<ACCOUNT_ID>", "arn:<REGION>:{}", "--region", "<REGION>"], false, None),
            repeated(&["aws", "y", "<DETECTOR_ID>", "--region", "<REGION>"], false, Some(detector)),
        ];
        let mut placeholder_values = PlaceholderValues::default();
        // Values that the user entered for one Region and one detector do not apply in the loop.
        placeholder_values.set("<REGION>", "us-east-1".to_owned());
        placeholder_values.set("<DETECTOR_ID>", "d".to_owned());
        placeholder_values.set("<ACCOUNT_ID>", "it's".to_owned());
        assert_eq!(
            text(&commands, &placeholder_values),
            r#"for region in $(aws ec2 describe-regions --query 'Regions[].RegionName' --output text); do
  echo "== $region"
  aws x 'it'\''s' 'arn:'"$region"':{}' --region "$region"
  for detector_id in $(aws guardduty list-detectors --query 'DetectorIds[]' --output text --region "$region"); do
    aws y "$detector_id" --region "$region"
  done
done"#
        );
    }

    #[test]
    fn a_loop_elsewhere_skips_the_home_region_and_is_refused_without_one() {
        let commands = [repeated(&["aws", "x", "--region", "<REGION>"], true, None)];
        let open = text(&commands, &PlaceholderValues::default());
        assert!(open.starts_with("home='<HOME_REGION>'\nfor region in "), "{open}");
        let mut placeholder_values = PlaceholderValues::default();
        placeholder_values.set("<HOME_REGION>", "eu-west-1".to_owned());
        assert!(text(&commands, &placeholder_values).starts_with("home='eu-west-1'\n"));
        placeholder_values.set("<HOME_REGION>", "it's *".to_owned());
        assert!(text(&commands, &placeholder_values).starts_with(r"home='it'\''s *'"));
    }
}
