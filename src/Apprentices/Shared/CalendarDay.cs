namespace Apprentices.Shared;

/// <summary>Something on a day that leads somewhere: what it is, whose it is or where, and the address of its page.</summary>
public sealed record CalendarDay(DateOnly Day, string Title, string Sub, string Href, DueTone Tone)
{
    public string Words => Sub.Length == 0 ? Title : $"{Title}, {Sub}";
}

/// <summary>How a day is coloured and shaped, the most pressing first: of several on one day the first decides.</summary>
public enum DueTone
{
    /// <summary>The law's day is past.</summary>
    Late,

    /// <summary>Within the near time the page calls soon, by law or not.</summary>
    Soon,

    /// <summary>The law's day, further away.</summary>
    Law,

    /// <summary>A day of the house's own rules.</summary>
    House,

    /// <summary>A talk or another meeting.</summary>
    Meeting,
}
