/// What a listener to the progress of long work answers: whether it goes on. One that answers nothing lets it.
pub trait Answer {
    /// Whether the work goes on.
    fn goes_on(self) -> bool;
}

impl Answer for () {
    fn goes_on(self) -> bool {
        true
    }
}

impl Answer for bool {
    fn goes_on(self) -> bool {
        self
    }
}
