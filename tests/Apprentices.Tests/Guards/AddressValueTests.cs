using System.Reflection;
using Apprentices.Data;
using Apprentices.Shell;
using Microsoft.AspNetCore.Components;

namespace Apprentices.Tests.Guards;

/// <summary>What a page takes from its address, where somebody has typed it, or a link lost a part on its way.</summary>
public sealed class AddressValueTests
{
    private static IReadOnlyList<PropertyInfo> Values { get; } =
    [
        .. typeof(Program).Assembly.GetTypes().SelectMany(type => type.GetProperties())
            .Where(property => property.IsDefined(typeof(SupplyParameterFromQueryAttribute)) && property.PropertyType != typeof(string)),
    ];

    [Fact]
    public void Only_a_page_reads_other_values_than_text() =>
        Assert.All(Values, value => Assert.True(value.DeclaringType!.IsDefined(typeof(RouteAttribute)), $"{value.DeclaringType}.{value.Name}"));

    [Fact]
    public void A_value_that_is_none_leads_to_no_page()
    {
        Assert.NotEmpty(Values);
        Assert.All(Values, value => Assert.False(Fits(value, "none"), $"{value.DeclaringType}.{value.Name}"));
    }

    [Fact]
    public void A_value_that_is_one_leads_to_its_page() => Assert.All(Values, value => Assert.True(
        Fits(value, (Nullable.GetUnderlyingType(value.PropertyType) ?? value.PropertyType).Name switch
        {
            nameof(Int32) => $"{int.MaxValue}",
            nameof(Guid) => $"{Guid.CreateVersion7()}",
            nameof(DateOnly) => "2026-05-17",
            _ => "true",
        }),
        $"{value.DeclaringType}.{value.Name}"));

    [Fact]
    public void A_value_may_be_left_out_and_be_left_empty_where_it_may_be_nothing() => Assert.All(Values, value =>
    {
        Assert.True(AddressValues.Fit(value.DeclaringType!, new Uri("https://laerling.example.no/somewhere?other=none")));
        Assert.Equal(Nullable.GetUnderlyingType(value.PropertyType) is not null, Fits(value, ""));
    });

    [Theory]
    [InlineData(null, 1, 0)]
    [InlineData(int.MinValue, 1, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(3, 3, 50)]
    [InlineData(PageNumber.Last, PageNumber.Last, 24_999_975)]
    [InlineData(int.MaxValue, PageNumber.Last, 24_999_975)]
    public void A_senseless_page_number_is_the_first(int? asked, int number, int before) =>
        Assert.Equal((number, before), (PageNumber.Of(asked), PageNumber.Skip(asked, 25)));

    private static bool Fits(PropertyInfo value, string text) => AddressValues.Fit(
        value.DeclaringType!, new Uri($"https://laerling.example.no/somewhere?{value.GetCustomAttribute<SupplyParameterFromQueryAttribute>()!.Name ?? value.Name}={text}"));
}
