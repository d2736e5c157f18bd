using System.IO.Compression;
using System.Text.Json;
using Apprentices.Domain;
using Apprentices.Features.Portfolio;

namespace Apprentices.Tests.Support;

/// <summary>A portfolio as its reader gets it, unpacked.</summary>
public sealed class PortfolioFile(byte[] bytes) : IDisposable
{
    private readonly ZipArchive zip = new(new MemoryStream(bytes), ZipArchiveMode.Read);

    public IReadOnlyList<string> Names => [.. zip.Entries.Select(entry => entry.FullName)];

    public string Page => Text(PortfolioPaper.PageName);

    public string ReadMe => Text(PortfolioPaper.ReadMeName);

    public JsonElement Data => JsonDocument.Parse(Bytes(PortfolioPaper.DataName)).RootElement;

    public static Task<PortfolioFile> OfAsync(TestApp app, Person person, Guid? apprenticeshipId) =>
        app.As(person).RunAsync((DownloadPortfolio use) => OfAsync(use, apprenticeshipId));

    public static async Task<PortfolioFile> OfAsync(DownloadPortfolio use, Guid? apprenticeshipId)
    {
        using var into = new MemoryStream();
        await use.RunAsync(apprenticeshipId, _ => into);
        return new PortfolioFile(into.ToArray());
    }

    public byte[] Bytes(string name)
    {
        using var part = zip.GetEntry(name)!.Open();
        using var into = new MemoryStream();
        part.CopyTo(into);
        return into.ToArray();
    }

    /// <summary>Whether anything in it says this.</summary>
    public bool Says(string words) => Page.Contains(words, StringComparison.Ordinal) || Text(PortfolioPaper.DataName).Contains(words, StringComparison.Ordinal);

    public void Dispose() => zip.Dispose();

    private string Text(string name) => System.Text.Encoding.UTF8.GetString(Bytes(name));
}
