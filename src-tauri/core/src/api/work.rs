use crate::store::Stop;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// Between two reports of progress at least: what the eye can follow.
const BETWEEN: Duration = Duration::from_millis(100);

/// A long command while it runs: what it tells of how far it is, and by what it is stopped.
pub struct Work<'w> {
    stop: Stop,
    told: Box<dyn FnMut(usize, usize) + 'w>,
    last: Instant,
}

impl<'w> Work<'w> {
    /// Work that tells how much is done, and of how much, ten times a second at most, until it is told to stop.
    pub fn new(stop: Stop, told: impl FnMut(usize, usize) + 'w) -> Work<'w> {
        Work {
            stop,
            told: Box::new(told),
            last: Instant::now(),
        }
    }

    /// Work that nobody follows.
    #[must_use]
    pub fn unseen() -> Work<'w> {
        Work::new(Stop::default(), |_, _| ())
    }

    /// By what the work is stopped.
    pub(super) fn stop(&self) -> &Stop {
        &self.stop
    }

    /// Notes how far the work is, and answers whether it goes on.
    pub(super) fn reached(&mut self, done: usize, total: usize) -> bool {
        if self.last.elapsed() >= BETWEEN {
            self.last = Instant::now();
            (self.told)(done, total);
        }
        !self.stop.load(Ordering::Relaxed)
    }
}
