//! Finds candidate positions in a long text: the only loop over every byte, run once per kind of secret.
//!
//! Each kind of secret contains a pair of adjacent letters that is rare elsewhere. The slower checks run only where the
//! pair occurs.

use std::cell::Cell;

/// Bytes searched between two ticks.
pub(super) const STRIDE: usize = 256 * 1024;

/// Reports the position of a search every [`STRIDE`] bytes.
pub(super) struct Ticks<'a> {
    next: Cell<usize>,
    on_position: &'a dyn Fn(usize),
}

impl<'a> Ticks<'a> {
    pub(super) fn new(on_position: &'a dyn Fn(usize)) -> Ticks<'a> {
        Ticks { next: Cell::new(STRIDE), on_position }
    }

    fn reached(&self, at: usize) {
        if at >= self.next.get() {
            self.next.set(at + STRIDE);
            (self.on_position)(at);
        }
    }
}

/// Every position of a pair of bytes for which `fits` holds. `fits` must use `|` and `&` only: a branch would prevent
/// vectorised code.
pub(super) fn places<'t>(
    bytes: &'t [u8],
    ticks: &'t Ticks<'t>,
    fits: impl Fn(u8, u8) -> bool + Copy + 't,
) -> impl Iterator<Item = usize> + 't {
    let (mut at, mut block_end) = (0, 0);
    std::iter::from_fn(move || {
        loop {
            while at < block_end {
                let pair = (bytes.get(at)?, bytes.get(at + 1)?);
                at += 1;
                if fits(*pair.0, *pair.1) {
                    return Some(at - 1);
                }
            }
            ticks.reached(at);
            let stride = bytes.get(at..bytes.len().min(at + STRIDE + 1)).filter(|rest| rest.len() > 1)?;
            at += clear_of(stride, fits);
            block_end = at + BLOCK;
        }
    })
}

/// Bytes checked at once.
const BLOCK: usize = 32;

/// The length of the leading whole blocks without such a pair.
///
/// A separate function that is called often: a browser optimises a wasm function only when it is called repeatedly.
#[cfg_attr(all(target_arch = "wasm32", feature = "vectors"), target_feature(enable = "simd128"))]
#[inline(never)]
fn clear_of(bytes: &[u8], fits: impl Fn(u8, u8) -> bool) -> usize {
    let (firsts, _) = bytes.as_chunks::<BLOCK>();
    let (seconds, _) = bytes.get(1..).unwrap_or_default().as_chunks::<BLOCK>();
    let has_none = |(firsts, seconds): &(&[u8; BLOCK], &[u8; BLOCK])| {
        let pairs = firsts.iter().zip(seconds.iter());
        pairs.fold(0, |some, (first, second)| some | u8::from(fits(*first, *second))) == 0
    };
    firsts.iter().zip(seconds).take_while(has_none).count() * BLOCK
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, STRIDE, Ticks, places};

    #[test]
    fn every_pair_is_found_wherever_it_stands_and_nothing_else() {
        let ticks = Ticks::new(&|_| {});
        let of = |text: &[u8]| places(text, &ticks, |a, b| (a == b'a') & (b == b'b')).collect::<Vec<_>>();
        for length in (0..4 * BLOCK).chain(STRIDE - 3..STRIDE + 3) {
            let mut text = vec![b'a'; length];
            assert!(of(&text).is_empty());
            text.extend_from_slice(b"b");
            assert_eq!(of(&text), length.checked_sub(1).into_iter().collect::<Vec<_>>());
            text.extend_from_slice(&[b'-'; BLOCK]);
            text.extend_from_slice(b"abab");
            let far = length + 1 + BLOCK;
            assert_eq!(of(&text), length.checked_sub(1).into_iter().chain([far, far + 2]).collect::<Vec<_>>());
        }
    }
}
