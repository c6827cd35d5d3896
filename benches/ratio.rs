//! Measuring side by side.

use std::time::{Duration, Instant};

/// What a tenth of the size may grow by, to its size.
const GROWTH: f64 = 11.0;

/// The median times of two kinds of run.
#[derive(Clone, Copy)]
pub struct Pair {
    ours: Duration,
    limit: Duration,
}

/// What happens in one run of each kind; what is not to be measured happens outside [`timed`].
pub trait Sides {
    /// One run of ours.
    fn ours(&mut self) -> Duration;
    /// One run of the limit.
    fn limit(&mut self) -> Duration;
}

/// How long that takes.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let answer = work();
    (answer, start.elapsed())
}

/// Runs both sides in turn.
pub fn alternate(runs: usize, sides: &mut impl Sides) -> Pair {
    let (mut ours, mut limit) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        ours.push(sides.ours());
        limit.push(sides.limit());
    }
    Pair {
        ours: median(ours),
        limit: median(limit),
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Prints a row's three lines: its size, a tenth of it, and the growth from the one to the other.
pub fn report(name: &str, goal: f64, tenth: Pair, full: Pair) {
    line(name, full.ours, full.limit, goal);
    line(&format!("{name}_tenth"), tenth.ours, tenth.limit, goal);
    line(&format!("{name}_growth"), full.ours, tenth.ours, GROWTH);
}

/// Prints one row. `goal`: what the ratio is to be at most, where that is said.
pub fn row(name: &str, ours: &str, limit: &str, ratio: f64, goal: Option<f64>) {
    let goal = goal.map_or_else(String::new, |goal| format!(" goal={goal:.1}"));
    println!("RATIO {name} ours={ours} limit={limit} ratio={ratio:.2}{goal}");
}

/// The same of a pair.
pub fn single(name: &str, goal: Option<f64>, pair: Pair) {
    let ratio = pair.ours.as_secs_f64() / pair.limit.as_secs_f64();
    row(name, &shown(pair.ours), &shown(pair.limit), ratio, goal);
}

fn line(name: &str, ours: Duration, limit: Duration, goal: f64) {
    single(name, Some(goal), Pair { ours, limit });
}

fn shown(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds >= 1.0 {
        format!("{seconds:.2}s")
    } else if seconds >= 0.001 {
        format!("{:.2}ms", seconds * 1e3)
    } else {
        format!("{:.1}us", seconds * 1e6)
    }
}
