using Inox.Core;

namespace Inox.Css;

/// <summary>A typed value of a property. Two values are the same when they are written the same.</summary>
internal abstract class CssValue
{
    private string? _text;

    public abstract void Write(ValueWriter writer);

    /// <summary>The value as short as it gets, whatever the targets.</summary>
    public string Text => _text ??= ValueWriter.ToText(this);

    public bool Same(CssValue? other) => ReferenceEquals(this, other) || (other is not null && Text == other.Text);

    /// <summary>Whether every targeted browser reads the value; what does not need newer browsers says so.</summary>
    public virtual bool IsCompatible(TargetSet targets) => true;

    /// <summary>The value as the property takes it under a vendor's prefix.</summary>
    public virtual CssValue For(VendorPrefix prefix) => this;

    /// <summary>Whether the value, as its text shows, is for the browsers of one vendor.</summary>
    public bool HasVendorPrefix => Text.StartsWith('-') && VendorPrefixes.Of(Text) != VendorPrefix.None;

    public bool IsKeyword(string name) => this is Keyword keyword && keyword.Name == name;

    public sealed override string ToString() => Text;
}

/// <summary>An identifier that the grammar of a property names.</summary>
internal sealed class Keyword(string name) : CssValue
{
    public string Name { get; } = name;

    public override void Write(ValueWriter writer) => writer.Write(Name);

    public override bool IsCompatible(TargetSet targets) => ValueFeatures.IsKeywordCompatible(Name, targets);
}

/// <summary>A name that authors choose, kept as written but for its escapes.</summary>
internal sealed class CustomIdent(string name) : CssValue
{
    public string Name { get; } = name;

    public override void Write(ValueWriter writer) => writer.Write(CssEscapes.Identifier(Name));
}

internal sealed class StringValue(string value) : CssValue
{
    public string Value { get; } = value;

    public override void Write(ValueWriter writer) => writer.WriteString(Value);
}

internal sealed class UrlValue(string url) : CssValue
{
    public string Url { get; } = url;

    public override void Write(ValueWriter writer) => writer.WriteUrl(Url);
}

/// <summary>Text that is written as it is.</summary>
internal sealed class RawValue(string minified, string? pretty = null) : CssValue
{
    public override void Write(ValueWriter writer) => writer.Write(writer.Minify ? minified : pretty ?? minified);
}

/// <summary>Values with blanks, commas or slashes between them.</summary>
internal sealed class ListValue(char separator, params CssValue[] items) : CssValue
{
    public char Separator { get; } = separator;

    public CssValue[] Items { get; } = items;

    public override void Write(ValueWriter writer)
    {
        for (int i = 0; i < Items.Length; i++)
        {
            if (i > 0) writer.Separate(Separator);
            Items[i].Write(writer);
        }
    }

    public override bool IsCompatible(TargetSet targets)
    {
        foreach (CssValue item in Items)
        {
            if (!item.IsCompatible(targets)) return false;
        }

        return true;
    }
}

/// <summary>A function and its arguments.</summary>
internal sealed class FunctionValue(string name, params CssValue[] arguments) : CssValue
{
    public string Name { get; } = name;

    public CssValue[] Arguments { get; } = arguments;

    public override void Write(ValueWriter writer)
    {
        writer.Write(Name);
        writer.Write('(');
        for (int i = 0; i < Arguments.Length; i++)
        {
            if (i > 0) writer.Comma();
            Arguments[i].Write(writer);
        }

        writer.Write(')');
    }

    public override bool IsCompatible(TargetSet targets) => Array.TrueForAll(Arguments, argument => argument.IsCompatible(targets));
}

/// <summary>A value that came later than its property.</summary>
internal sealed class NewerValue(CssValue value, CssFeature feature) : CssValue
{
    public override void Write(ValueWriter writer) => value.Write(writer);

    public override bool IsCompatible(TargetSet targets) => targets.Supports(feature) && value.IsCompatible(targets);
}
