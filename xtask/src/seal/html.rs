//! Finding a tag in index.html.

/// The first opening tag that has `what` in it, between what stands before it and what stands behind it.
pub(super) fn tag<'a>(html: &'a str, what: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let at = html.find(what)?;
    let start = html.get(..at)?.rfind('<')?;
    let end = at + html.get(at..)?.find('>')? + 1;
    Some((html.get(..start)?, html.get(start..end)?, html.get(end..)?))
}
