//! Named sets of columns of the claim table. They are the project's, so that everybody who opens it has them.

use super::{Asked, Desk, Error, resolve};
use crate::domain::names::fold_name;
use crate::domain::nouns::SavedView;
use crate::exchange::Column;
use crate::view::{ColumnSetInput, ColumnSets, Written};

impl Desk {
    /// The sets there are: the one for publication, and the project's own by name.
    ///
    /// # Errors
    /// What the engine says.
    pub fn column_sets(&self) -> Result<ColumnSets, Error> {
        let names =
            |columns: Vec<Column>| columns.iter().map(|one| one.name().to_owned()).collect();
        Ok(ColumnSets {
            publication: names(Column::publication()),
            saved: self.store.read().column_sets()?,
        })
    }

    /// Saves columns under a name: a new set, or another name and other columns for one that is there.
    ///
    /// # Errors
    /// When a column is unknown, there are none, another set has the name, or there is no set of that id.
    pub fn save_columns(&mut self, input: &ColumnSetInput) -> Result<Written, Error> {
        let columns = input.columns.as_deref();
        if let Some(unknown) = columns
            .unwrap_or_default()
            .iter()
            .find(|column| Column::named(column).is_none())
        {
            return Err(Asked::UnknownColumn {
                column: unknown.clone(),
            }
            .into());
        }
        let (id, changes) = self.operation("columns_save", |gate| {
            let name = resolve::name_of(&input.name, "name")?;
            let taken = gate.read().column_sets()?.into_iter().any(|set| {
                fold_name(&set.name) == fold_name(&name) && Some(&set.id) != input.id.as_ref()
            });
            if taken {
                return Err(Asked::NameTaken { name }.into());
            }
            gate.tell("name", name.clone());
            let none = || Asked::BadValue {
                field: "columns".to_owned(),
                value: String::new(),
                wanted: "text".to_owned(),
            };
            let given = columns.filter(|columns| !columns.is_empty());
            let Some(id) = &input.id else {
                let set = SavedView {
                    id: gate.new_id(),
                    name,
                    columns: given.ok_or_else(none)?.to_vec(),
                };
                gate.insert(&set)?;
                return Ok(set.id);
            };
            let unknown = || Asked::UnknownId { id: id.clone() };
            let mut set: SavedView = gate.read().get(id)?.ok_or_else(unknown)?;
            set.name = name;
            if let Some(columns) = given {
                set.columns = columns.to_vec();
            }
            gate.update(&set)?;
            Ok(set.id)
        })?;
        Ok(Written {
            id,
            changes,
            notes: Vec::new(),
        })
    }
}
