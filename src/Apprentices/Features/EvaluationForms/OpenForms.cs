using System.Text.Json;
using Apprentices.Data;
using Apprentices.Data.Configurations;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.EvaluationForms;

/// <summary>Finds a form that is to be changed, and writes it.</summary>
internal static class OpenForms
{
    /// <exception cref="NotThereException">There is none, or not for the one who asks.</exception>
    public static async Task<EvaluationForm> OpenFormAsync(this AppDbContext db, CurrentUser user, Guid id, CancellationToken cancel) =>
        await db.EvaluationForms.VisibleTo(user).Include(form => form.Editions).SingleOrDefaultAsync(form => form.Id == id, cancel)
        ?? throw new NotThereException();

    /// <summary>What it asks as it is being written; as it is published where nobody has begun.</summary>
    public static FormContent Working(this EvaluationForm form) => (form.Begun ?? form.Current)!.Content;

    /// <summary>Writes the edition that is begun, and counts it as a change of the form, so that of two who write at once one is told.</summary>
    public static async Task WriteAsync(this AppDbContext db, EvaluationForm form, FormContent content, CancellationToken cancel)
    {
        form.Write(content);
        await db.SaveFormAsync(form, cancel);
    }

    public static Task<int> SaveFormAsync(this AppDbContext db, EvaluationForm form, CancellationToken cancel)
    {
        var entry = db.Entry(form);
        if (entry.State == EntityState.Unchanged)
        {
            entry.State = EntityState.Modified;
        }

        return db.SaveChangesAsync(cancel);
    }

    /// <summary>How a part of a form stood when it was shown, to be compared when it is saved.</summary>
    public static string Seen(object part) => JsonSerializer.Serialize(part, part.GetType(), PlanJson.Options);

    /// <exception cref="DbUpdateConcurrencyException">It is not as it was shown: somebody else has changed it in the meantime.</exception>
    public static void RequireSeen(object? part, string? seen)
    {
        if (part is null || Seen(part) != seen)
        {
            throw new DbUpdateConcurrencyException();
        }
    }
}
