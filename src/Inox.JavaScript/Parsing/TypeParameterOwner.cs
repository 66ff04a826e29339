namespace Inox.JavaScript.Parsing;

/// <summary>What a list of type parameters belongs to.</summary>
internal enum TypeParameterOwner : byte
{
    Function,
    Class,

    /// <summary>An interface or an alias.</summary>
    Type,
}
