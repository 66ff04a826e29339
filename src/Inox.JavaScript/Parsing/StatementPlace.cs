namespace Inox.JavaScript.Parsing;

/// <summary>Where a statement stands: what may be declared there.</summary>
internal enum StatementPlace : byte
{
    /// <summary>Outside every block: module items too.</summary>
    TopLevel,

    /// <summary>In a block: declarations too.</summary>
    List,

    /// <summary>Behind a label that is in a list: plain functions too, in sloppy code.</summary>
    Label,

    /// <summary>The branch of an `if`: plain functions too, in sloppy code, but no labelled ones.</summary>
    Branch,

    /// <summary>The body of a loop or of `with`.</summary>
    Body,
}
