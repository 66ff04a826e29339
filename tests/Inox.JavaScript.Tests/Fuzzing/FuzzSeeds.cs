using System.Globalization;

namespace Inox.JavaScript.Tests.Fuzzing;

/// <summary>Fixed seeds, so that CI always runs the same; <c>INOX_FUZZ=N</c> makes N times as many, <c>INOX_FUZZ_SEED</c> runs one alone.</summary>
internal static class FuzzSeeds
{
    private static readonly string? s_seed = Environment.GetEnvironmentVariable("INOX_FUZZ_SEED");

    /// <summary>How much longer a run takes than in CI.</summary>
    public static int Factor { get; } = int.Parse(Environment.GetEnvironmentVariable("INOX_FUZZ") ?? "1", CultureInfo.InvariantCulture);

    public static int[] Of(int count) => s_seed is not null ? [int.Parse(s_seed, CultureInfo.InvariantCulture)] : [.. Enumerable.Range(1, count * Factor)];
}
