using Inox.Core;
using Inox.JavaScript.Transforms.Lowering;
using Inox.JavaScript.Transforms.Targets;

namespace Inox.JavaScript.Transforms;

/// <summary>What the engines that shall run the output understand: an edition of ECMA-262, or what all of some engines have in common.</summary>
public sealed class LanguageTarget
{
    private static readonly LanguageTarget?[] s_editions = new LanguageTarget?[(int)EcmaVersion.EsNext + 1];

    internal LanguageTarget(string name, EcmaVersion version, ulong unsupported)
    {
        Name = name;
        Version = version;
        Unsupported = unsupported;
    }

    /// <summary>For output that shall run but names no engines: all but decorators and <c>accessor</c>, which none has yet. <see cref="EcmaVersion.EsNext"/> keeps even those.</summary>
    public static LanguageTarget Runnable { get; } = new("esnext", EcmaVersion.EsNext, SyntaxFeatures.Bit(SyntaxFeature.Decorator) | SyntaxFeatures.Bit(SyntaxFeature.Accessor));

    /// <summary>As it was written, for messages.</summary>
    public string Name { get; }

    /// <summary>The latest edition whose syntax it has all of.</summary>
    public EcmaVersion Version { get; }

    /// <summary>A bit for each <see cref="SyntaxFeature"/> that it lacks.</summary>
    internal ulong Unsupported { get; }

    internal bool Supports(SyntaxFeature feature) => (Unsupported & 1UL << (int)feature) == 0;

    public static LanguageTarget Of(EcmaVersion version) =>
        s_editions[(int)version] ??= new(EcmaVersions.NameOf(version), version, SyntaxFeatures.NewerThan(version));

    /// <summary>
    /// Reads editions (<c>es2018</c>) and queries for engines (<see cref="EngineQuery"/>) with commas between them: what all of them have. Null
    /// with the part that was not understood.
    /// </summary>
    public static LanguageTarget? Parse(string text, out string fault)
    {
        fault = "";
        ulong unsupported = 0;
        List<string> queries = [];
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (EcmaVersions.Find(part) is { } edition) unsupported |= SyntaxFeatures.NewerThan(edition);
            else queries.Add(part);
        }
        if (queries.Count > 0)
        {
            if (EngineQuery.Parse(string.Join(',', queries), out fault) is not { } engines) return null;
            unsupported |= MissingIn(engines);
        }
        EcmaVersion version = EcmaVersion.EsNext;
        while (version > EcmaVersion.Es5 && (unsupported & ~SyntaxFeatures.NewerThan(version)) != 0) version--;
        return new(text, version, unsupported);
    }

    private static ulong MissingIn(EngineTargets engines)
    {
        // no engine has what is in no edition and no table yet
        ulong missing = SyntaxFeatures.NewerThan(EcmaVersion.Es2026);
        foreach ((SyntaxFeature feature, int[] since) in EngineSyntax.Rows)
        {
            bool isMissing = false;
            for (int i = 0; i < EngineTargets.Count; i++)
                if (engines[(Engine)i] is > 0 and var version) isMissing |= since[i] == 0 || version < since[i];
            if (isMissing) missing |= SyntaxFeatures.Bit(feature);
            else missing &= ~SyntaxFeatures.Bit(feature);
        }
        return missing;
    }

    public static implicit operator LanguageTarget(EcmaVersion version) => Of(version);
}
