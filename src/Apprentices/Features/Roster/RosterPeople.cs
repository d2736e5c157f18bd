using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Roster;

/// <summary>The people of an import, each entered once: apprentices, those who follow them up, and the one who imports.</summary>
internal sealed class RosterPeople(AppDbContext db, CurrentUser user)
{
    private readonly Dictionary<string, Person> byEmail = new(StringComparer.Ordinal);
    private Dictionary<Guid, Person> byId = [];

    /// <summary>The HR person who imports; none on a command line.</summary>
    public Person? Importer => byId.GetValueOrDefault(user.PersonId);

    public Person Apprentice(RosterRow row) => row.PersonId is { } id ? byId[id] : byEmail[row.Entry.Email];

    public Person Named(string email) => byEmail[email];

    /// <summary>Enters and corrects the people of the rows. Somebody known already keeps her name as it is stored, unless it is her own row.</summary>
    public async Task SaveAsync(IReadOnlyList<RosterRow> rows, IReadOnlyDictionary<string, NamedPerson> names, CancellationToken cancel)
    {
        await LoadAsync(rows, cancel);
        foreach (var row in rows)
        {
            Enter(row);
        }

        foreach (var entry in rows.Select(row => row.Entry))
        {
            Enter(entry.TrainingManager, Roles.TrainingManager, names);
            Enter(entry.Instructor, Roles.Instructor, names);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private async Task LoadAsync(IReadOnlyList<RosterRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.PersonId).OfType<Guid>().Append(user.PersonId).Distinct().ToArray();
        var emails = rows
            .SelectMany(row => new[] { row.Entry.TrainingManager?.Email, row.Entry.Instructor?.Email })
            .OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        byId = await db.People
            .VisibleTo(db, user)
            .Where(person => EF.Parameter(ids).Contains(person.Id) || EF.Parameter(emails).Contains(person.Email))
            .ToDictionaryAsync(person => person.Id, cancel);
        foreach (var person in byId.Values)
        {
            byEmail[person.Email] = person;
        }
    }

    private void Enter(RosterRow row)
    {
        var entry = row.Entry;
        if (row.PersonId is { } id)
        {
            var known = byId[id];
            if ((known.GivenName, known.FamilyName, known.Email) != (entry.GivenName, entry.FamilyName, entry.Email))
            {
                known.Rename(entry.GivenName, entry.FamilyName, entry.Email);
            }

            known.Grant(Roles.Apprentice);
            byEmail[entry.Email] = known;
        }
        else if (byEmail.TryGetValue(entry.Email, out var twice))
        {
            twice.Grant(Roles.Apprentice);
        }
        else
        {
            byEmail[entry.Email] = Add(Person.Enter(entry.GivenName, entry.FamilyName, entry.Email, entry.Language ?? Language.Bokmal, Roles.Apprentice));
        }
    }

    private void Enter(NamedPerson? named, Roles role, IReadOnlyDictionary<string, NamedPerson> names)
    {
        if (named is null)
        {
            return;
        }

        if (byEmail.TryGetValue(named.Email, out var known))
        {
            known.Grant(role);
            return;
        }

        var name = names[named.Email];
        byEmail[named.Email] = Add(Person.Enter(name.GivenName, name.FamilyName, named.Email, Language.Bokmal, role));
    }

    private Person Add(Person person)
    {
        db.People.Add(person);
        return person;
    }
}
