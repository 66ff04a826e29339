namespace Inox.Testing;

/// <summary>
/// One suite of public test data. The ratchet tests and <c>./conform</c> run the same class: in CI the known failures are held against
/// <c>tests/conformance/NAME.txt</c>, by hand the reasons are shown.
/// </summary>
public interface IConformanceSuite
{
    /// <summary>One word, such as <c>test262</c>.</summary>
    string Name { get; }

    /// <summary>The zip that holds the data, without its extension; empty when the data is in no pack.</summary>
    string PackName { get; }

    /// <summary>Runs every case that can be judged and gives each once, in any order.</summary>
    /// <param name="packsFolder">The absolute path of the folder that holds the zips.</param>
    IEnumerable<CaseResult> Run(string packsFolder);

    /// <summary>What was measured in the last run besides passing: a name and a number that should not grow. Null when there is nothing.</summary>
    (string Name, long Value)? Measure => null;
}

/// <summary>One judged case; <paramref name="Why"/> is for people and belongs to a failure.</summary>
public readonly record struct CaseResult(string Name, bool Passed, string? Why = null)
{
    public static CaseResult Pass(string name) => new(name, true);

    public static CaseResult Fail(string name, string why) => new(name, false, why);
}
