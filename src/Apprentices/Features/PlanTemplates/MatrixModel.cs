namespace Apprentices.Features.PlanTemplates;

/// <summary>How a cell of a coverage matrix is drawn.</summary>
public enum MatrixMark
{
    None,

    /// <summary>Work: filled.</summary>
    Task,

    /// <summary>A course: a ring.</summary>
    Course,

    /// <summary>A figure.</summary>
    Number,

    /// <summary>Planned, and nowhere done yet.</summary>
    Quiet,
}

/// <summary>One cell: what is drawn, and what it says to those who do not see it.</summary>
public sealed record MatrixCell(MatrixMark Mark, string Words, string? Shown = null)
{
    public static MatrixCell Empty => new(MatrixMark.None, PlanTemplateTexts.CellNone);
}

/// <summary>A column, and above it where it belongs where several stand together.</summary>
public sealed record MatrixColumn(string Title, string? Above = null);

/// <summary>A goal and its cells, one a column.</summary>
/// <param name="Code">Udir's code.</param>
/// <param name="Title">The short title.</param>
/// <param name="Cells">As many as there are columns.</param>
/// <param name="Warning">What is missing, in two words; nothing where nothing is.</param>
/// <param name="Note">What else is to be known, in two words.</param>
public sealed record MatrixRow(string Code, string Title, IReadOnlyList<MatrixCell> Cells, string? Warning = null, string? Note = null);
