//! CSV with a header. Columns are found by name, so their number and order may differ.

use csv::{Position, ReaderBuilder, StringRecord};

/// A parsed CSV text.
pub(super) struct Table {
    header: StringRecord,
    rows: Vec<Row>,
}

/// One row of a table.
pub(super) struct Row {
    /// Line number, counted from 1.
    pub line: u64,
    /// The cells; fewer than in the header if the file was cut off.
    cells: StringRecord,
}

impl Table {
    pub fn read(text: &str) -> Table {
        let header = text.lines().next().unwrap_or_default();
        let delimiter = [b';', b'\t'].into_iter().find(|byte| header.contains(char::from(*byte))).unwrap_or(b',');
        let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
        let header = reader.headers().cloned().unwrap_or_default();
        // The text is UTF-8 and rows may have any length: reading cannot fail.
        let records = reader.into_records().flatten();
        let rows = records.map(|cells| Row { line: cells.position().map_or(0, Position::line), cells }).collect();
        Table { header, rows }
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Number of cells in a complete row.
    pub fn width(&self) -> usize {
        self.header.len()
    }

    /// The index of the first of these columns that exists.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.header.iter().position(|cell| cell.trim() == *name))
    }
}

impl Row {
    /// The cell of a column, without surrounding spaces; none if the row is too short.
    pub fn cell(&self, column: Option<usize>) -> Option<&str> {
        self.cells.get(column?).map(str::trim)
    }

    pub fn len(&self) -> usize {
        self.cells.len()
    }
}
