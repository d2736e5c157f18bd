using Apprentices.Features.Curricula.Grep;
using Apprentices.Platform;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Curricula;

/// <summary>Reads files from Udir's Grep, JSON or zip, within the limits that are set. Nothing is saved.</summary>
public sealed class ReadGrepFiles(CurrentUserAccessor users, IOptions<GrepSettings> limits)
{
    public async Task<GrepReading> RunAsync(IReadOnlyList<GrepFile> files, IProgress<GrepProgress>? progress = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ImportCurricula);

        return await Task.Run(() => new GrepFiles(limits.Value).Read(files, progress, cancel), cancel);
    }
}
