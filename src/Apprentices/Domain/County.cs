namespace Apprentices.Domain;

/// <summary>A county municipality (fylkeskommune), which approves contracts and runs the tests, by its official number.</summary>
public sealed record County(string Number, string Name)
{
    /// <summary>The fifteen counties from 1 January 2024.</summary>
    public static IReadOnlyList<County> All { get; } =
    [
        new("03", "Oslo"), new("11", "Rogaland"), new("15", "Møre og Romsdal"), new("18", "Nordland"), new("31", "Østfold"),
        new("32", "Akershus"), new("33", "Buskerud"), new("34", "Innlandet"), new("39", "Vestfold"), new("40", "Telemark"),
        new("42", "Agder"), new("46", "Vestland"), new("50", "Trøndelag"), new("55", "Troms"), new("56", "Finnmark"),
    ];

    /// <summary>Counties of 2020-2023 that old contracts still name.</summary>
    public static IReadOnlyList<County> Former { get; } =
        [new("30", "Viken"), new("38", "Vestfold og Telemark"), new("54", "Troms og Finnmark")];

    /// <summary>Finds a county by "03", "Oslo" or "03 Oslo".</summary>
    public static County? Find(string? text)
    {
        var plain = SortKey.Plain(text ?? "");
        return All.Concat(Former).FirstOrDefault(county =>
            plain == county.Number || plain == SortKey.Plain(county.Name) || plain == SortKey.Plain($"{county.Number} {county.Name}"));
    }
}
