using System.Globalization;
using System.Runtime.CompilerServices;
using Apprentices.Domain;
using Apprentices.Platform;

namespace Apprentices.BrowserTests.Support;

/// <summary>The journeys look for words as the pages say them by default, whatever this machine speaks.</summary>
internal static class InBokmal
{
    [ModuleInitializer]
    internal static void Speak() => CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = Cultures.Of(Language.Bokmal);
}
