using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Apprentices.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OwnSubjects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "InPlaceOfId",
                table: "TalkMails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PerhapsSentAt",
                table: "TalkMails",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MailSubject",
                table: "ReminderTexts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PerhapsSentAt",
                table: "ReminderMails",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PerhapsSentAt",
                table: "InvitationMails",
                type: "INTEGER",
                nullable: true);

            // Of those that timed out or were cut off last it is known; when, roughly.
            foreach (var table in new[] { "TalkMails", "ReminderMails", "InvitationMails" })
            {
                migrationBuilder.Sql($"""UPDATE "{table}" SET "PerhapsSentAt" = "QueuedAt" WHERE "FailureKind" IN (6, 7);""");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "InPlaceOfId",
                table: "TalkMails");

            migrationBuilder.DropColumn(
                name: "PerhapsSentAt",
                table: "TalkMails");

            migrationBuilder.DropColumn(
                name: "MailSubject",
                table: "ReminderTexts");

            migrationBuilder.DropColumn(
                name: "PerhapsSentAt",
                table: "ReminderMails");

            migrationBuilder.DropColumn(
                name: "PerhapsSentAt",
                table: "InvitationMails");
        }
    }
}
