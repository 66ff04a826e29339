using Inox.Testing;

namespace Inox.Conformance;

/// <summary>Every suite by name. A suite without a line here is not reached by <c>./conform</c>.</summary>
internal static class Suites
{
    public static readonly IConformanceSuite[] All =
    [
    ];
}
