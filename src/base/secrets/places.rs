//! Where in a long text something may stand: the one loop that sees every byte, once for each kind of secret.
//!
//! Each kind has two letters beside each other that little else has. Whatever looks at more than those two does so only
//! where they stand.

use std::cell::Cell;

/// How many bytes are looked at between two ticks.
pub(super) const STRIDE: usize = 256 * 1024;

/// Tells, every [`STRIDE`], how far one way of looking has come.
pub(super) struct Ticks<'a> {
    next: Cell<usize>,
    tell: &'a dyn Fn(usize),
}

impl<'a> Ticks<'a> {
    pub(super) fn new(tell: &'a dyn Fn(usize)) -> Ticks<'a> {
        Ticks { next: Cell::new(STRIDE), tell }
    }

    fn reached(&self, at: usize) {
        if at >= self.next.get() {
            self.next.set(at + STRIDE);
            (self.tell)(at);
        }
    }
}

/// Every place of a pair of bytes that fits. `fits` decides by `|` and `&` alone: a branch would look at byte after byte.
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

/// What is looked at in one go.
const BLOCK: usize = 32;

/// The length of the whole blocks at the beginning of a text that hold no such pair.
///
/// A function of its own, called often: a browser compiles wasm well only where that is called again.
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
