namespace Apprentices.Domain;

/// <summary>A department or place where apprentices work.</summary>
public sealed class Workplace : IVersioned
{
    private readonly List<HrUnit> personnel = [];

    private Workplace() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    public string SearchText { get; private set; } = "";
    public int Version { get; private set; }

    /// <summary>Those of HR who are so for this unit, among a few.</summary>
    public IReadOnlyList<HrUnit> Personnel => personnel;

    public static Workplace Named(string name)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(name), RuleTexts.WorkplaceMissing);
        return new Workplace { Name = name.Trim(), SearchText = SortKey.Plain(name) };
    }
}
