using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Setup;

/// <summary>Adds a point to a checklist, or changes one.</summary>
public sealed class KeepChecklistPoint(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <summary>On which side of the first or the last day.</summary>
    public enum Side
    {
        Before,
        After,
    }

    public sealed class Input
    {
        /// <summary>The point that is changed; nothing where it is new.</summary>
        public Guid? Id { get; init; }

        public ChecklistPhase Phase { get; init; }

        [Required, StringLength(200)]
        public string? Title { get; set; }

        [StringLength(200)]
        public string? TitleNn { get; set; }

        [StringLength(200)]
        public string? TitleEn { get; set; }

        [Required, Range(0, 365)]
        public int? Days { get; set; }

        public Side Side { get; set; }

        public DutyRole Responsible { get; set; }

        public string? CurriculumCode { get; set; }

        public Guid? WorkplaceId { get; set; }

        /// <summary>The save that the form was filled from.</summary>
        public int Version { get; init; }

        public static Input New(ChecklistPhase phase) => new() { Phase = phase, Responsible = DutyRole.TrainingManager };

        /// <summary>A language that says what bokmål says is left empty: it follows when bokmål changes.</summary>
        public static Input From(ChecklistPoint point) => new()
        {
            Id = point.Id,
            Phase = point.Phase,
            Title = point.Title.Nb,
            TitleNn = point.Title.Nn == point.Title.Nb ? null : point.Title.Nn,
            TitleEn = point.Title.En == point.Title.Nb ? null : point.Title.En,
            Days = Math.Abs(point.OffsetDays),
            Side = point.OffsetDays > 0 ? Side.After : Side.Before,
            Responsible = point.Responsible,
            CurriculumCode = point.CurriculumCode,
            WorkplaceId = point.WorkplaceId,
            Version = point.Version,
        };
    }

    /// <returns>The point's id.</returns>
    /// <exception cref="RuleException">The title is missing, or the day is too far away.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved in between.</exception>
    public async Task<Guid> RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);

        var title = new LocalText(input.Title ?? "", input.TitleNn ?? "", input.TitleEn ?? "");
        var offset = input.Side == Side.Before ? -(input.Days ?? 0) : input.Days ?? 0;
        var trade = string.IsNullOrEmpty(input.CurriculumCode) ? null : input.CurriculumCode;
        await using var db = await database.CreateDbContextAsync(cancel);
        if (input.Id is not { } id)
        {
            var added = ChecklistPoint.For(input.Phase, title, offset, input.Responsible, trade, input.WorkplaceId);
            db.Add(added);
            await db.SaveChangesAsync(cancel);
            return added.Id;
        }

        var point = await db.ChecklistPoints.SingleOrDefaultAsync(p => p.Id == id && p.RetiredOn == null, cancel) ?? throw new NotThereException();
        if (point.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        point.Set(title, offset, input.Responsible, trade, input.WorkplaceId);
        await db.SaveChangesAsync(cancel);
        return id;
    }
}
