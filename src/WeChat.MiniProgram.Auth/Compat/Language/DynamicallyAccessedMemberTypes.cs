namespace System.Diagnostics.CodeAnalysis;

// The one value that the library names; the trimmer knows it by its number.
[Flags]
internal enum DynamicallyAccessedMemberTypes
{
    PublicConstructors = 3,
}
