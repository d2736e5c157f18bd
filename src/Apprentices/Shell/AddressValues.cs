using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Apprentices.Shell;

/// <summary>
/// The values that a page takes from its address. An address with one that is none, as a number that is a word, leads to no page; the
/// framework would show the page and fail at it, and we would say that the fault is ours.
/// </summary>
public static class AddressValues
{
    /// <summary>As the framework reads them: of several by one name, the first.</summary>
    private static readonly FrozenDictionary<Type, Func<string, bool>> Readings = new Dictionary<Type, Func<string, bool>>
    {
        [typeof(bool)] = text => bool.TryParse(text, out _),
        [typeof(int)] = text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        [typeof(Guid)] = text => Guid.TryParse(text, out _),
        [typeof(DateOnly)] = text => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out _),
    }.ToFrozenDictionary();

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, Func<string, bool> IsOne)>> Known = new();

    /// <summary>Whether each value in the address is one that the page can read.</summary>
    /// <exception cref="NotSupportedException">The page takes values of a kind that is not known here.</exception>
    public static bool Fit(Type page, Uri address)
    {
        var said = QueryHelpers.ParseQuery(address.Query);
        return Known.GetOrAdd(page, ValuesOf).All(value => !said.TryGetValue(value.Name, out var texts) || value.IsOne(texts[0] ?? ""));
    }

    private static IReadOnlyList<(string Name, Func<string, bool> IsOne)> ValuesOf(Type page) =>
    [
        .. from property in page.GetProperties()
           let taken = property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()
           where taken is not null && property.PropertyType != typeof(string)
           select (taken.Name ?? property.Name, ReadingOf(property)),
    ];

    private static Func<string, bool> ReadingOf(PropertyInfo property)
    {
        var kind = Nullable.GetUnderlyingType(property.PropertyType);
        var isOne = Readings.GetValueOrDefault(kind ?? property.PropertyType) ?? throw new NotSupportedException($"{property.DeclaringType}.{property.Name}");
        return kind is null ? isOne : text => text.Length == 0 || isOne(text);
    }
}
