using System.ComponentModel.DataAnnotations;

namespace Apprentices.Platform;

/// <summary>Where Udir's Grep is, and how much of it is read at once. Whatever is larger is refused, in words.</summary>
public sealed class GrepSettings : IValidatableObject
{
    /// <summary>Whether the server may ask Grep itself. Files can be imported either way.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>What the address of every element begins with.</summary>
    public string Address { get; set; } = "https://data.udir.no/kl06/v201906";

    /// <summary>How long Grep may take to answer one question.</summary>
    [Range(1, 600, ErrorMessage = "must be from 1 to 600.")]
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>The largest JSON file, on its own or within a zip.</summary>
    [Range(1, 200, ErrorMessage = "must be from 1 to 200.")]
    public int LargestFileMegabytes { get; set; } = 20;

    /// <summary>The largest zip.</summary>
    [Range(1, 2000, ErrorMessage = "must be from 1 to 2000.")]
    public int LargestArchiveMegabytes { get; set; } = 150;

    /// <summary>What all that is read of one upload may fill once it is unpacked.</summary>
    [Range(1, 2000, ErrorMessage = "must be from 1 to 2000.")]
    public int LargestUnpackedMegabytes { get; set; } = 500;

    /// <summary>The most files in a zip.</summary>
    [Range(1, 1_000_000, ErrorMessage = "must be from 1 to 1000000.")]
    public int MostFiles { get; set; } = 200_000;

    /// <summary>How deep JSON may be nested.</summary>
    [Range(8, 256, ErrorMessage = "must be from 8 to 256.")]
    public int DeepestJson { get; set; } = 64;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Query.Length > 0)
        {
            yield return new ValidationResult("must be an address that begins with https:// or http://, without a question mark.", [nameof(Address)]);
        }
    }
}
