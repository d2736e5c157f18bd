using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.Placements;

/// <summary>Where an apprentice is planned to be, as a file.</summary>
public sealed class DownloadPlacements(ShowPlacements show, TimeProvider clock)
{
    /// <exception cref="NotThereException">The record is not there, or not the reader's to see.</exception>
    public async Task RunAsync(Guid apprenticeshipId, ListOutput output, CancellationToken cancel = default)
    {
        var shown = await show.RunAsync(apprenticeshipId, cancel) ?? throw new NotThereException();
        await new ListSheet<ShowPlacements.Row>(ListTexts.SheetPlacements)
            .Text(ListTexts.Workplace, row => row.Workplace)
            .Date(ListTexts.FromOn, row => row.FromOn)
            .Date(ListTexts.ToOn, row => row.ToOn)
            .Text(ListTexts.Instructor, row => row.Instructor)
            .Date(ListTexts.ConfirmedOn, row => row.ConfirmedAt is { } at ? clock.DayOf(at) : null)
            .WriteAsync(shown.Rows, output, cancel);
    }
}
