//! Finds a tag in index.html.

/// Splits the text at the first opening tag that contains `needle`: the text before it, the tag, the text after it.
pub(super) fn split_at_tag<'a>(html: &'a str, needle: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let index = html.find(needle)?;
    let start = html.get(..index)?.rfind('<')?;
    let end = index + html.get(index..)?.find('>')? + 1;
    Some((html.get(..start)?, html.get(start..end)?, html.get(end..)?))
}
