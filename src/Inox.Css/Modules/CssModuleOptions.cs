namespace Inox.Css;

public sealed record CssModuleOptions
{
    /// <summary>The file's name for people, put in place of <c>[name]</c>; mostly its name without <c>.module.css</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What makes the file unique, such as its path in the project and its content; <c>[hash]</c> is made from it.</summary>
    public required string HashInput { get; init; }

    /// <summary>How a scoped name is put together from <c>[name]</c>, <c>[local]</c>, <c>[hash]</c> and <c>[content-hash]</c>, which is made from the sheet's text.</summary>
    public string Pattern { get; init; } = "[name]_[local]_[hash]";

    /// <summary>Whether names of <c>@keyframes</c> are scoped.</summary>
    public bool Animation { get; init; } = true;

    /// <summary>Whether names of grid lines and areas are scoped.</summary>
    public bool Grid { get; init; } = true;

    /// <summary>Whether names of containers are scoped.</summary>
    public bool Container { get; init; } = true;

    /// <summary>Whether names of counter styles and view transitions are scoped.</summary>
    public bool CustomIdents { get; init; } = true;

    /// <summary>Whether every selector must have a class or ID of the file in it.</summary>
    public bool Pure { get; init; }

    /// <summary>Whether custom properties and other names with two dashes are scoped.</summary>
    public bool DashedIdents { get; init; }
}
