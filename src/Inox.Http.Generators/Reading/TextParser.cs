using Microsoft.CodeAnalysis;

namespace Inox.Http.Generators;

/// <summary>Finds how text becomes a value of a type: a call of `Bind`, with `{0}` for the text and `{1}` for the value.</summary>
internal static class TextParser
{
    // What a collection expression makes: `[.. texts]` is no queue, and no comparer.
    private static readonly string[] s_lists = ["List", "IList", "ICollection", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection", "HashSet", "SortedSet"];

    public static string? For(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String) return "global::Inox.Http.Bind.TryText({0}, out {1})";
        if (type.SpecialType == SpecialType.System_Boolean) return "global::Inox.Http.Bind.TryBoolean({0}, out {1})";
        if (type.TypeKind == TypeKind.Enum) return "global::Inox.Http.Bind.TryEnum({0}, out {1})";
        if (type.ImplementsSystem("IUtf8SpanParsable")) return "global::Inox.Http.Bind.TryUtf8({0}, out {1})";
        return type.ImplementsSystem("ISpanParsable") ? "global::Inox.Http.Bind.TryChars({0}, out {1})" : null;
    }

    /// <summary>What is said of text that is no value of a type: `int` is a whole number to everybody.</summary>
    public static string Fault(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Byte or SpecialType.System_UInt16
            or SpecialType.System_UInt32 or SpecialType.System_UInt64 => "is no whole number of its range",
        SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => "is no number",
        SpecialType.System_Boolean => "is no boolean",
        _ when type.TypeKind == TypeKind.Enum => "is none of " + string.Join(", ", type.GetMembers().OfType<IFieldSymbol>().Select(field => field.Name)),
        _ => "is no " + type.Name,
    };

    /// <summary>What an array, a list or a set holds; null for anything else. Bytes are one text, not many.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array) return array.ElementType.SpecialType == SpecialType.System_Byte ? null : array.ElementType;
        return s_lists.Contains(type.Name) && type.IsIn("System", "Collections", "Generic") ? type.Argument() : null;
    }

    public static bool IsNullable(ITypeSymbol type, out ITypeSymbol inner)
    {
        inner = type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            inner = nullable.TypeArguments[0];
            return true;
        }
        if (type.IsValueType || type.NullableAnnotation != NullableAnnotation.Annotated) return false;
        inner = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return true;
    }

    public static string? Literal(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue) return null;
        object? value = parameter.ExplicitDefaultValue;
        if (value is null) return "default";
        string text = Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? "default";
        IsNullable(parameter.Type, out ITypeSymbol inner);
        return inner.TypeKind == TypeKind.Enum || inner.SpecialType is SpecialType.System_Decimal or SpecialType.System_Single ? $"({inner.Full()})({text})" : text;
    }
}
