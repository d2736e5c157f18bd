using Apprentices.Domain;

namespace Apprentices.Data;

/// <summary>What is kept of somebody that decides what she is on a day, and her language. The one question for it.</summary>
public sealed class WhatSheIs
{
    public required Guid PersonId { get; init; }

    /// <summary>The roles that are kept of her.</summary>
    public required Roles Given { get; init; }

    /// <summary>Whether she is of HR for some units only.</summary>
    public required bool IsLimited { get; init; }

    /// <summary>Whether she may examine some record on the day.</summary>
    public required bool Examines { get; init; }

    public required Language Language { get; init; }

    /// <summary>What she is then.</summary>
    public Roles Roles => RolesNow.Of(Given, IsLimited, Examines);

    /// <summary>She who asks on that day.</summary>
    public CurrentUser AsUser(DateOnly today) => new(PersonId, Roles, today);
}

/// <summary>Asks what people are.</summary>
internal static class WhatTheyAre
{
    /// <summary>Of those who may come in; nobody else is anything.</summary>
    public static IQueryable<WhatSheIs> SelectWhatTheyAre(this IQueryable<Person> people, AppDbContext db, DateOnly today)
    {
        var open = db.AuditGrants.Where(AuditGrant.OpenOn(today));
        return people.Where(Person.IsActive).Select(person => new WhatSheIs
        {
            PersonId = person.Id,
            Given = person.Roles,
            IsLimited = db.HrLimits.Any(limit => limit.PersonId == person.Id),
            Examines = open.Any(grant => grant.AuditorId == person.Id),
            Language = person.Language,
        });
    }
}
