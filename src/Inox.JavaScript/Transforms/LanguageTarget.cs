using Inox.JavaScript.Transforms.Lowering;

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

    /// <summary>As it was written, for messages.</summary>
    public string Name { get; }

    /// <summary>The latest edition whose syntax it has all of.</summary>
    public EcmaVersion Version { get; }

    /// <summary>A bit for each <see cref="SyntaxFeature"/> that it lacks.</summary>
    internal ulong Unsupported { get; }

    internal bool Supports(SyntaxFeature feature) => (Unsupported & 1UL << (int)feature) == 0;

    public static LanguageTarget Of(EcmaVersion version) =>
        s_editions[(int)version] ??= new(EcmaTarget.NameOf(version), version, SyntaxFeatures.NewerThan(version));

    public static implicit operator LanguageTarget(EcmaVersion version) => Of(version);
}
