//! The help of the command line in the reader's language, from the catalogue: `cli.help.COMMAND.ARGUMENT`, or
//! `cli.help.any.ARGUMENT` for what all commands have.

use crate::words::{Params, Words};
use clap::{Arg, ArgAction, Command};

/// The command with every help text worded. The comments beside the arguments stay for those who read the code.
pub fn worded(command: Command, words: &Words) -> Command {
    let command = command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(flag("help", 'h', ArgAction::Help).global(true))
        .arg(flag("version", 'V', ArgAction::Version))
        .mut_subcommands(|subcommand| {
            let name = subcommand.get_name().to_owned();
            said(subcommand, &name, words)
        });
    let [about, usage, commands] =
        ["about", "usage", "commands"].map(|key| words.word(&format!("cli.help.{key}")));
    said(command, "any", words).about(about).help_template(format!(
        "{{about-with-newline}}\n{usage} {{usage}}\n\n{commands}:\n{{subcommands}}\n\nOptions:\n{{options}}"
    ))
}

fn flag(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name).long(name).short(short).action(action)
}

fn said(command: Command, name: &str, words: &Words) -> Command {
    let of = |name: &str, id: &str| words.find(&format!("cli.help.{name}.{id}"), &Params::new());
    let about = of(name, "about");
    let usage = words.word("cli.help.usage");
    let command = command
        .help_template(format!(
            "{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}"
        ))
        .mut_args(|arg| {
            let id = arg.get_id().to_string();
            match of(name, &id).or_else(|| of("any", &id)) {
                Some(help) => arg.help(help),
                None => arg,
            }
        });
    match about {
        Some(about) => command.about(about),
        None => command,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;
    use clap::CommandFactory as _;

    #[test]
    fn everything_is_explained_in_both_languages() {
        for language in [Language::English, Language::French] {
            let words = Words::new(language);
            let known = |name: &str, id: &str| {
                words
                    .find(&format!("cli.help.{name}.{id}"), &Params::new())
                    .is_some()
            };
            let mut missing = Vec::new();
            for command in crate::Cli::command().get_subcommands() {
                let name = command.get_name();
                if !known(name, "about") {
                    missing.push(name.to_owned());
                }
                let ids = command.get_arguments().map(|arg| arg.get_id().to_string());
                missing.extend(
                    ids.filter(|id| !known(name, id) && !known("any", id))
                        .map(|id| format!("{name}.{id}")),
                );
            }
            assert_eq!(missing, Vec::<String>::new(), "{language:?}");
            worded(crate::Cli::command(), &words).debug_assert();
        }
    }
}
