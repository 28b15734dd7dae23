<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Parvis</source>
        <translation>À propos de Parvis</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy the version</source>
        <translation>Copier la version</translation>
    </message>
    <message>
        <source>It stands on the work of others</source>
        <translation>Il s’appuie sur le travail d’autres</translation>
    </message>
    <message>
        <source>Keeps an agenda of public events, for a person or a small team.</source>
        <translation>Tient un agenda d’événements publics, pour une personne ou une petite équipe.</translation>
    </message>
    <message>
        <source>Licence of {0}</source>
        <translation>Licence de {0}</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Works and their licences</source>
        <translation>Œuvres et leurs licences</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About Parvis</source>
        <translation>À &amp;propos de Parvis</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>Sa&amp;uvegarder…</translation>
    </message>
    <message>
        <source>&amp;Clear filters</source>
        <translation>&amp;Effacer les filtres</translation>
    </message>
    <message>
        <source>&amp;Comments</source>
        <translation>&amp;Commentaires</translation>
    </message>
    <message>
        <source>&amp;Copy as iCalendar</source>
        <translation>&amp;Copier en iCalendar</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>S&amp;ombre</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Dupliquer</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Export .ics…</source>
        <translation>&amp;Exporter en .ics…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>R&amp;echercher</translation>
    </message>
    <message>
        <source>&amp;Go to date…</source>
        <translation>Aller à une &amp;date…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Raccourcis &amp;clavier</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>C&amp;lair</translation>
    </message>
    <message>
        <source>&amp;New event</source>
        <translation>&amp;Nouvel événement</translation>
    </message>
    <message>
        <source>&amp;Open agenda…</source>
        <translation>&amp;Ouvrir un agenda…</translation>
    </message>
    <message>
        <source>&amp;Past</source>
        <translation>&amp;Passés</translation>
    </message>
    <message>
        <source>&amp;Paste events</source>
        <translation>C&amp;oller des événements</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Restore from a backup…</source>
        <translation>&amp;Restaurer une sauvegarde…</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>Aujourd’&amp;hui</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Upcoming</source>
        <translation>À &amp;venir</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>A&amp;ll</source>
        <translation>&amp;Tous</translation>
    </message>
    <message>
        <source>Ca&amp;lendars…</source>
        <translation>Ca&amp;lendriers…</translation>
    </message>
    <message>
        <source>Cate&amp;gories…</source>
        <translation>Caté&amp;gories…</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Thème sombre</translation>
    </message>
    <message>
        <source>Duplicate to another d&amp;ate…</source>
        <translation>Dupliquer à une &amp;autre date…</translation>
    </message>
    <message>
        <source>E&amp;vent</source>
        <translation>É&amp;vénement</translation>
    </message>
    <message>
        <source>Find an action…</source>
        <translation>Trouver une action…</translation>
    </message>
    <message>
        <source>Leave a &amp;comment</source>
        <translation>Laisser un &amp;commentaire</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>New agenda…</source>
        <translation>Nouvel agenda…</translation>
    </message>
    <message>
        <source>Open the &amp;link</source>
        <translation>Ouvrir le &amp;lien</translation>
    </message>
    <message>
        <source>Select &amp;all in the list</source>
        <translation>&amp;Tout sélectionner dans la liste</translation>
    </message>
    <message>
        <source>Show the &amp;log file</source>
        <translation>Afficher le &amp;journal</translation>
    </message>
</context>
<context>
    <name>ActiveFilters</name>
    <message>
        <source>Remove the filter {0}: {1}</source>
        <translation>Retirer le filtre {0}&#xa0;: {1}</translation>
    </message>
</context>
<context>
    <name>Agendas</name>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Agendas ({0});;All files (*)</source>
        <translation>Agendas ({0});;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Back up the agenda</source>
        <translation>Sauvegarder l’agenda</translation>
    </message>
    <message>
        <source>New agenda</source>
        <translation>Nouvel agenda</translation>
    </message>
    <message>
        <source>Open an agenda</source>
        <translation>Ouvrir un agenda</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>En ouvrir un autre…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Restaurer une sauvegarde…</translation>
    </message>
    <message>
        <source>The agenda was backed up as “{0}”.</source>
        <translation>L’agenda a été sauvegardé sous le nom «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>The backup was restored. What was there is in “{0}”.</source>
        <translation>La sauvegarde a été restaurée. Ce qu’il y avait avant se trouve dans «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>This agenda can be read, but not changed.</source>
        <translation>Cet agenda peut être lu, mais pas modifié.</translation>
    </message>
    <message>
        <source>“{0}” exists already. Choose another name.</source>
        <translation>«&#xa0;{0}&#xa0;» existe déjà. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>“{0}” is open in another window.</source>
        <translation>«&#xa0;{0}&#xa0;» est ouvert dans une autre fenêtre.</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>Like the system</source>
        <translation>Comme le système</translation>
    </message>
</context>
<context>
    <name>AskDate</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Duplicate to another date</source>
        <translation>Dupliquer à une autre date</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>Aller à une date</translation>
    </message>
    <message>
        <source>Show the events from</source>
        <translation>Montrer les événements à partir du</translation>
    </message>
    <message>
        <source>The copy starts on</source>
        <translation>La copie commence le</translation>
    </message>
</context>
<context>
    <name>AskScope</name>
    <message>
        <source>All dates</source>
        <translation>Toutes les dates</translation>
    </message>
    <message>
        <source>Delete all dates</source>
        <translation>Supprimer toutes les dates</translation>
    </message>
    <message>
        <source>Delete nothing</source>
        <translation>Ne rien supprimer</translation>
    </message>
    <message>
        <source>Delete this date alone</source>
        <translation>Supprimer cette date seulement</translation>
    </message>
    <message>
        <source>Delete this date and those that follow</source>
        <translation>Supprimer cette date et les suivantes</translation>
    </message>
    <message>
        <source>Delete which dates?</source>
        <translation>Quelles dates supprimer&#x202f;?</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>This and following</source>
        <translation>Celle-ci et les suivantes</translation>
    </message>
    <message>
        <source>This date</source>
        <translation>Cette date</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Mois suivant</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Mois précédent</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
</context>
<context>
    <name>CalendarRow</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
    <message>
        <source>Colour of {0}</source>
        <translation>Couleur de {0}</translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation>Supprimer {0}</translation>
    </message>
    <message numerus="yes">
        <source>Delete “{0}” with its %n event(s)?</source>
        <translation>
            <numerusform>Supprimer «&#xa0;{0}&#xa0;» avec son événement (%n)&#x202f;?</numerusform>
            <numerusform>Supprimer «&#xa0;{0}&#xa0;» avec ses %n événements&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete “{0}”? It is empty.</source>
        <translation>Supprimer «&#xa0;{0}&#xa0;»&#x202f;? Il est vide.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Hide its events</source>
        <translation>Masquer ses événements</translation>
    </message>
    <message>
        <source>Hide the events of {0}</source>
        <translation>Masquer les événements de {0}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Name of the calendar {0}</source>
        <translation>Nom du calendrier {0}</translation>
    </message>
    <message>
        <source>Show its events</source>
        <translation>Montrer ses événements</translation>
    </message>
    <message>
        <source>Show the events of {0}</source>
        <translation>Montrer les événements de {0}</translation>
    </message>
</context>
<context>
    <name>CalendarsDialog</name>
    <message>
        <source>Calendars</source>
        <translation>Calendriers</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>New calendar</source>
        <translation>Nouveau calendrier</translation>
    </message>
</context>
<context>
    <name>CategoriesDialog</name>
    <message>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <source>Categories, the most used first</source>
        <translation>Catégories, de la plus utilisée à la moins utilisée</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Give two of them the same name to make one of them.</source>
        <translation>Donnez le même nom à deux catégories pour n’en faire qu’une.</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Garder les deux</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>No event has a category yet.</source>
        <translation>Aucun événement n’a encore de catégorie.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Renaming “{0}”…</source>
        <translation>Changement de nom de «&#xa0;{0}&#xa0;»…</translation>
    </message>
    <message>
        <source>“{0}” exists already. Make one of the two?</source>
        <translation>«&#xa0;{0}&#xa0;» existe déjà. Fusionner les deux&#x202f;?</translation>
    </message>
</context>
<context>
    <name>ChoiceMenu</name>
    <message>
        <source>(None)</source>
        <translation>(Aucun)</translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>Another colour</source>
        <translation>Autre couleur</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation>Ocre</translation>
    </message>
    <message>
        <source>Raspberry</source>
        <translation>Framboise</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Sarcelle</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violet</translation>
    </message>
</context>
<context>
    <name>CommentCard</name>
    <message>
        <source>Comment by {0}, {1}</source>
        <translation>Commentaire de {0}, {1}</translation>
    </message>
    <message>
        <source>Reply, edit, delete…</source>
        <translation>Répondre, modifier, supprimer…</translation>
    </message>
    <message>
        <source>What to do with the comment by {0}, {1}</source>
        <translation>Que faire du commentaire de {0}, {1}</translation>
    </message>
</context>
<context>
    <name>CommentEdit</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Leave the comment as it was</source>
        <translation>Laisser le commentaire tel qu’il était</translation>
    </message>
    <message>
        <source>Save the comment (Ctrl+Enter)</source>
        <translation>Enregistrer le commentaire (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Save the comment</source>
        <translation>Enregistrer le commentaire</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>CommentFields</name>
    <message>
        <source>Comment *</source>
        <translation>Commentaire *</translation>
    </message>
    <message>
        <source>E-mail *</source>
        <translation>E-mail *</translation>
    </message>
    <message>
        <source>E-mail of the author, required, will not be published</source>
        <translation>E-mail de l’auteur, obligatoire, ne sera pas publié</translation>
    </message>
    <message>
        <source>Name *</source>
        <translation>Nom *</translation>
    </message>
    <message>
        <source>Name of the author, required</source>
        <translation>Nom de l’auteur, obligatoire</translation>
    </message>
    <message>
        <source>Text of the comment, required</source>
        <translation>Texte du commentaire, obligatoire</translation>
    </message>
    <message>
        <source>Web site</source>
        <translation>Site web</translation>
    </message>
    <message>
        <source>Web site of the author</source>
        <translation>Site web de l’auteur</translation>
    </message>
    <message>
        <source>Will not be published</source>
        <translation>Ne sera pas publié</translation>
    </message>
    <message>
        <source>Your comment, required</source>
        <translation>Votre commentaire, obligatoire</translation>
    </message>
    <message>
        <source>Your e-mail, required, will not be published</source>
        <translation>Votre e-mail, obligatoire, ne sera pas publié</translation>
    </message>
    <message>
        <source>Your name, required</source>
        <translation>Votre nom, obligatoire</translation>
    </message>
    <message>
        <source>Your web site</source>
        <translation>Votre site web</translation>
    </message>
</context>
<context>
    <name>CommentForm</name>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Fold the form</source>
        <translation>Replier le formulaire</translation>
    </message>
    <message>
        <source>Fold the form (Esc): what is written stays</source>
        <translation>Replier le formulaire (Échap)&#xa0;: ce qui est écrit reste</translation>
    </message>
    <message>
        <source>Go on: “{0}”</source>
        <translation>Continuer&#xa0;: «&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>Keep my name, e-mail and web site for next time</source>
        <translation>Garder mon nom, mon e-mail et mon site web pour la prochaine fois</translation>
    </message>
    <message>
        <source>Leave a comment</source>
        <translation>Laisser un commentaire</translation>
    </message>
    <message>
        <source>Not as a reply</source>
        <translation>Sans répondre à personne</translation>
    </message>
    <message>
        <source>Post the comment</source>
        <translation>Publier le commentaire</translation>
    </message>
    <message>
        <source>Post the comment (Ctrl+Enter)</source>
        <translation>Publier le commentaire (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Reply to {0}</source>
        <translation>Répondre à {0}</translation>
    </message>
    <message>
        <source>Write under another name</source>
        <translation>Écrire sous un autre nom</translation>
    </message>
    <message>
        <source>You write as {0}.</source>
        <translation>Vous écrivez en tant que {0}.</translation>
    </message>
    <message>
        <source>Your e-mail address will not be published. Required fields are marked with *</source>
        <translation>Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *</translation>
    </message>
</context>
<context>
    <name>CommentList</name>
    <message>
        <source>Comments, the oldest first</source>
        <translation>Commentaires, du plus ancien au plus récent</translation>
    </message>
</context>
<context>
    <name>CommentMenu</name>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Mark as spam</source>
        <translation>Marquer comme indésirable</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>Ouvrir {0}</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
</context>
<context>
    <name>CommentPane</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n commentaire</numerusform>
            <numerusform>%n commentaires</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an event to read what is said about it.</source>
        <translation>Choisissez un événement pour lire ce qu’on en dit.</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Nobody has commented on this event yet.</source>
        <translation>Personne n’a encore commenté cet événement.</translation>
    </message>
</context>
<context>
    <name>CommentWords</name>
    <message>
        <source>Approved</source>
        <translation>Approuvé</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>En attente d’approbation</translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation>À la corbeille</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Indésirable</translation>
    </message>
    <message>
        <source>reply to {0}</source>
        <translation>réponse à {0}</translation>
    </message>
</context>
<context>
    <name>Commenting</name>
    <message>
        <source>Comment deleted.</source>
        <translation>Commentaire supprimé.</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>(No title)</source>
        <translation>(Sans titre)</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>Tout de l’autre</translation>
    </message>
    <message>
        <source>All yours</source>
        <translation>Tout de vous</translation>
    </message>
    <message>
        <source>Changed by two</source>
        <translation>Modifié à deux</translation>
    </message>
    <message>
        <source>Choose theirs for all fields</source>
        <translation>Choisir la version de l’autre pour tous les champs</translation>
    </message>
    <message>
        <source>Choose yours for all fields</source>
        <translation>Choisir votre version pour tous les champs</translation>
    </message>
    <message>
        <source>Keep these</source>
        <translation>Garder ces choix</translation>
    </message>
    <message>
        <source>Somebody else changed “{0}” while you did. Choose which is to stay.</source>
        <translation>Quelqu’un d’autre a modifié «&#xa0;{0}&#xa0;» en même temps que vous. Choisissez ce qui doit rester.</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>De l’autre</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>De vous</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Choose in the calendar</source>
        <translation>Choisir dans le calendrier</translation>
    </message>
</context>
<context>
    <name>DateList</name>
    <message>
        <source>Add to “{0}”</source>
        <translation>Ajouter à «&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Date for “{0}”</source>
        <translation>Date pour «&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Remove {0} from “{1}”</source>
        <translation>Retirer {0} de «&#xa0;{1}&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;h</numerusform>
            <numerusform>il y a %n&#xa0;h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;min</numerusform>
            <numerusform>il y a %n&#xa0;min</numerusform>
        </translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Jour entier</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>jour entier</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>yesterday, {0}</source>
        <translation>hier, {0}</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>%n event(s) deleted.</source>
        <translation>
            <numerusform>%n événement supprimé.</numerusform>
            <numerusform>%n événements supprimés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Redo: {0}</source>
        <translation>Rétablir&#xa0;: {0}</translation>
    </message>
    <message>
        <source>This event has no link to open.</source>
        <translation>Cet événement n’a pas de lien à ouvrir.</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>Annuler&#xa0;: {0}</translation>
    </message>
    <message>
        <source>change of a calendar</source>
        <translation>modification d’un calendrier</translation>
    </message>
    <message>
        <source>change of categories</source>
        <translation>modification de catégories</translation>
    </message>
    <message>
        <source>deletion</source>
        <translation>suppression</translation>
    </message>
    <message>
        <source>deletion of a calendar</source>
        <translation>suppression d’un calendrier</translation>
    </message>
    <message>
        <source>deletion of a comment</source>
        <translation>suppression d’un commentaire</translation>
    </message>
    <message>
        <source>duplication</source>
        <translation>duplication</translation>
    </message>
    <message>
        <source>editing</source>
        <translation>modification</translation>
    </message>
    <message>
        <source>editing of a comment</source>
        <translation>modification d’un commentaire</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) deleted.</source>
        <translation>
            <numerusform>%n date supprimée.</numerusform>
            <numerusform>%n dates supprimées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s)</source>
        <translation>
            <numerusform>%n date</numerusform>
            <numerusform>%n dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
    <message>
        <source>The date is deleted.</source>
        <translation>La date est supprimée.</translation>
    </message>
    <message>
        <source>This date and those that follow are deleted.</source>
        <translation>Cette date et les suivantes sont supprimées.</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importation</translation>
    </message>
    <message>
        <source>moderation</source>
        <translation>modération</translation>
    </message>
    <message>
        <source>move to a calendar</source>
        <translation>changement de calendrier</translation>
    </message>
    <message>
        <source>new calendar</source>
        <translation>nouveau calendrier</translation>
    </message>
    <message>
        <source>new comment</source>
        <translation>nouveau commentaire</translation>
    </message>
    <message>
        <source>new event</source>
        <translation>nouvel événement</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>restauration</translation>
    </message>
    <message>
        <source>{0} and {1} deleted.</source>
        <translation>{0} et {1} supprimés.</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Accents, capitals and the order of the words do not matter.</source>
        <translation>Les accents, les majuscules et l’ordre des mots ne comptent pas.</translation>
    </message>
    <message>
        <source>All events of this agenda are past.</source>
        <translation>Tous les événements de cet agenda sont passés.</translation>
    </message>
    <message>
        <source>All events of this agenda are still to come.</source>
        <translation>Tous les événements de cet agenda sont encore à venir.</translation>
    </message>
    <message>
        <source>Clear the search and filters</source>
        <translation>Effacer la recherche et les filtres</translation>
    </message>
    <message>
        <source>Every event is in a hidden calendar. Show it again under Edit, Calendars.</source>
        <translation>Tous les événements sont dans un calendrier masqué. Pour le montrer à nouveau&#xa0;: Édition, Calendriers.</translation>
    </message>
    <message>
        <source>Import an .ics file…</source>
        <translation>Importer un fichier .ics…</translation>
    </message>
    <message>
        <source>It can be read, but not changed.</source>
        <translation>Il peut être lu, mais pas modifié.</translation>
    </message>
    <message>
        <source>No past event matches</source>
        <translation>Aucun événement passé ne correspond</translation>
    </message>
    <message>
        <source>No upcoming event matches</source>
        <translation>Aucun événement à venir ne correspond</translation>
    </message>
    <message>
        <source>Nothing coming up</source>
        <translation>Rien à venir</translation>
    </message>
    <message>
        <source>Nothing past</source>
        <translation>Rien de passé</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Rien à montrer</translation>
    </message>
    <message>
        <source>Past ones were not looked at.</source>
        <translation>La recherche n’a pas porté sur les événements passés.</translation>
    </message>
    <message>
        <source>Show all dates</source>
        <translation>Montrer toutes les dates</translation>
    </message>
    <message>
        <source>Upcoming ones were not looked at.</source>
        <translation>La recherche n’a pas porté sur les événements à venir.</translation>
    </message>
    <message>
        <source>Write a first event, or bring in an .ics file: it can also be dropped here.</source>
        <translation>Écrivez un premier événement, ou importez un fichier .ics&#xa0;: vous pouvez aussi le déposer ici.</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Nouvel événement</translation>
    </message>
    <message>
        <source>No event matches</source>
        <translation>Aucun événement ne correspond</translation>
    </message>
    <message>
        <source>Nothing in this agenda yet</source>
        <translation>Cet agenda est encore vide</translation>
    </message>
    <message>
        <source>The agenda is not open</source>
        <translation>L’agenda n’est pas ouvert</translation>
    </message>
    <message>
        <source>This agenda is empty</source>
        <translation>Cet agenda est vide</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>An agenda keeps at least one calendar.</source>
        <translation>Un agenda garde au moins un calendrier.</translation>
    </message>
    <message>
        <source>An error in Parvis stood in the way. It is noted in the log.</source>
        <translation>Une erreur de Parvis l’a empêché. Elle est notée dans le journal.</translation>
    </message>
    <message>
        <source>Another program is writing to “{0}”. Parvis tries again in a moment.</source>
        <translation>Un autre programme écrit dans «&#xa0;{0}&#xa0;». Parvis réessaie dans un instant.</translation>
    </message>
    <message>
        <source>No agenda is open.</source>
        <translation>Aucun agenda n’est ouvert.</translation>
    </message>
    <message>
        <source>No time zone is called that. Example: Europe/Brussels</source>
        <translation>Aucun fuseau horaire ne porte ce nom. Exemple&#xa0;: Europe/Brussels</translation>
    </message>
    <message>
        <source>No time zone is called “{0}”.</source>
        <translation>Aucun fuseau horaire ne s’appelle «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>Please enter a name.</source>
        <translation>Veuillez indiquer un nom.</translation>
    </message>
    <message>
        <source>Please enter an e-mail address.</source>
        <translation>Veuillez indiquer une adresse e-mail.</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>Veuillez remplir ce champ.</translation>
    </message>
    <message>
        <source>Please write something.</source>
        <translation>Veuillez écrire quelque chose.</translation>
    </message>
    <message>
        <source>That cannot be understood.</source>
        <translation>Cela ne se comprend pas.</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Cela n’a pas marché.</translation>
    </message>
    <message>
        <source>That is more than {0} at once.</source>
        <translation>C’est plus de {0} à la fois.</translation>
    </message>
    <message>
        <source>That is no date. Examples: 12/10/22, 12 oct, tomorrow</source>
        <translation>Ce n’est pas une date. Exemples&#xa0;: 12/10/22, 12 oct, demain</translation>
    </message>
    <message>
        <source>That is no e-mail address. Example: name@example.org</source>
        <translation>Ce n’est pas une adresse e-mail. Exemple&#xa0;: nom@example.org</translation>
    </message>
    <message>
        <source>That is no time. Examples: 14:30, 14h30, 9</source>
        <translation>Ce n’est pas une heure. Exemples&#xa0;: 14:30, 14h30, 9</translation>
    </message>
    <message>
        <source>That is no web address. Example: https://example.org</source>
        <translation>Ce n’est pas une adresse web. Exemple&#xa0;: https://example.org</translation>
    </message>
    <message>
        <source>That is too long.</source>
        <translation>C’est trop long.</translation>
    </message>
    <message>
        <source>The agenda “{0}” cannot be used.</source>
        <translation>L’agenda «&#xa0;{0}&#xa0;» ne peut pas être utilisé.</translation>
    </message>
    <message>
        <source>The end lies before the start.</source>
        <translation>La fin précède le début.</translation>
    </message>
    <message>
        <source>The series no longer has this date.</source>
        <translation>La série n’a plus cette date.</translation>
    </message>
    <message>
        <source>There is a calendar called “{0}” already.</source>
        <translation>Un calendrier s’appelle déjà «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no event to export.</source>
        <translation>Il n’y a aucun événement à exporter.</translation>
    </message>
    <message>
        <source>There is no room left for “{0}”.</source>
        <translation>Il n’y a plus de place pour «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no room left on the disk of “{0}”. What you typed is kept here until there is.</source>
        <translation>Il n’y a plus de place sur le disque de «&#xa0;{0}&#xa0;». Ce que vous avez écrit est gardé ici en attendant.</translation>
    </message>
    <message>
        <source>This calendar is no longer in the agenda.</source>
        <translation>Ce calendrier n’est plus dans l’agenda.</translation>
    </message>
    <message>
        <source>This change is no longer in the history.</source>
        <translation>Cette modification n’est plus dans l’historique.</translation>
    </message>
    <message>
        <source>This comment is no longer in the agenda.</source>
        <translation>Ce commentaire n’est plus dans l’agenda.</translation>
    </message>
    <message>
        <source>This event is no longer in the agenda.</source>
        <translation>Cet événement n’est plus dans l’agenda.</translation>
    </message>
    <message>
        <source>This rule cannot begin anew at that date.</source>
        <translation>Cette règle ne peut pas reprendre à cette date.</translation>
    </message>
    <message>
        <source>This was changed in another window meanwhile. What is there now is kept.</source>
        <translation>Cela a été modifié entre-temps dans une autre fenêtre. Ce qui s’y trouve maintenant est gardé.</translation>
    </message>
    <message>
        <source>Two numbers: latitude and longitude. Example: 50.8794, 4.4262</source>
        <translation>Deux nombres&#xa0;: latitude et longitude. Exemple&#xa0;: 50.8794, 4.4262</translation>
    </message>
    <message>
        <source>You may not read or write “{0}”.</source>
        <translation>Vous n’avez pas le droit de lire ou d’écrire «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>“{0}” can be read, but not changed.</source>
        <translation>«&#xa0;{0}&#xa0;» peut être lu, mais pas modifié.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read or written: {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut être ni lu ni écrit&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>“{0}” holds contacts, not events. Nothing was changed.</source>
        <translation>«&#xa0;{0}&#xa0;» contient des contacts, pas des événements. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>“{0}” holds no calendar. Nothing was changed.</source>
        <translation>«&#xa0;{0}&#xa0;» ne contient aucun calendrier. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>“{0}” is a folder.</source>
        <translation>«&#xa0;{0}&#xa0;» est un dossier.</translation>
    </message>
    <message>
        <source>“{0}” is a web page, not a calendar. Nothing was changed.</source>
        <translation>«&#xa0;{0}&#xa0;» est une page web, pas un calendrier. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>“{0}” is an agenda: an export cannot take its place.</source>
        <translation>«&#xa0;{0}&#xa0;» est un agenda&#xa0;: une exportation ne peut pas prendre sa place.</translation>
    </message>
    <message>
        <source>“{0}” is damaged. It was left as it is; a backup can be restored.</source>
        <translation>«&#xa0;{0}&#xa0;» est endommagé. Il a été laissé tel quel&#x202f;; une sauvegarde peut être restaurée.</translation>
    </message>
    <message>
        <source>“{0}” is empty. Nothing was changed.</source>
        <translation>«&#xa0;{0}&#xa0;» est vide. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>“{0}” is not a Parvis agenda. It was left as it is.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un agenda de Parvis. Il a été laissé tel quel.</translation>
    </message>
    <message>
        <source>“{0}” is not there.</source>
        <translation>«&#xa0;{0}&#xa0;» est introuvable.</translation>
    </message>
    <message>
        <source>“{0}” is not there. It may have been moved, or its disk is not connected.</source>
        <translation>«&#xa0;{0}&#xa0;» est introuvable. Il a peut-être été déplacé, ou son disque n’est pas branché.</translation>
    </message>
    <message>
        <source>“{0}” lies on a disk that cannot be written.</source>
        <translation>«&#xa0;{0}&#xa0;» se trouve sur un disque protégé en écriture.</translation>
    </message>
    <message>
        <source>“{0}” was written by a newer Parvis. Update Parvis to open it; it was left as it is.</source>
        <translation>«&#xa0;{0}&#xa0;» vient d’une version plus récente de Parvis. Mettez Parvis à jour pour l’ouvrir&#x202f;; il a été laissé tel quel.</translation>
    </message>
</context>
<context>
    <name>EventEditor</name>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>No date can be read in the text of this event: type the day when it takes place.</source>
        <translation>Cet événement n’a pas de date lisible&#xa0;: indiquez le jour où il a lieu.</translation>
    </message>
    <message>
        <source>Not saved: {0}</source>
        <translation>Non enregistré&#xa0;: {0}</translation>
    </message>
</context>
<context>
    <name>EventForm</name>
    <message>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Name, telephone, e-mail</source>
        <translation>Nom, téléphone, e-mail</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>Ouvrir le lien</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>This agenda can be read, but not changed.</source>
        <translation>Cet agenda peut être lu, mais pas modifié.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
</context>
<context>
    <name>EventHeading</name>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>Idée</translation>
    </message>
    <message>
        <source>No stage</source>
        <translation>Sans étape</translation>
    </message>
    <message>
        <source>No status</source>
        <translation>Sans statut</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publié</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Title of the event</source>
        <translation>Titre de l’événement</translation>
    </message>
    <message>
        <source>(No title)</source>
        <translation>(Sans titre)</translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>À confirmer</translation>
    </message>
</context>
<context>
    <name>EventList</name>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n commentaire</numerusform>
            <numerusform>%n commentaires</numerusform>
        </translation>
    </message>
    <message>
        <source>(No title)</source>
        <translation>(Sans titre)</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(rien)</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Occupé</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Confidentiel</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>Idée</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sans date</translation>
    </message>
    <message>
        <source>No stage</source>
        <translation>Sans étape</translation>
    </message>
    <message>
        <source>No status</source>
        <translation>Sans statut</translation>
    </message>
    <message>
        <source>Organizer</source>
        <translation>Organisateur</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publié</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Time is shown as</source>
        <translation>Disponibilité</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>À confirmer</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Visibilité</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Sans date</translation>
    </message>
    <message>
        <source>outside this filter</source>
        <translation>hors de ce filtre</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>se répète</translation>
    </message>
</context>
<context>
    <name>ExportCheck</name>
    <message numerus="yes">
        <source>%n event(s) mended in the agenda.</source>
        <translation>
            <numerusform>%n événement corrigé dans l’agenda.</numerusform>
            <numerusform>%n événements corrigés dans l’agenda.</numerusform>
        </translation>
    </message>
    <message>
        <source>(No title)</source>
        <translation>(Sans titre)</translation>
    </message>
    <message>
        <source>A copy that this program reads rightly. The agenda stays as it is.</source>
        <translation>Une copie que ce programme lira correctement. L’agenda reste tel quel.</translation>
    </message>
    <message>
        <source>Any calendar program</source>
        <translation>N’importe quel logiciel d’agenda</translation>
    </message>
    <message>
        <source>Apple Calendar</source>
        <translation>Calendrier Apple</translation>
    </message>
    <message>
        <source>Begins before 1601</source>
        <translation>Commence avant 1601</translation>
    </message>
    <message>
        <source>Cancelled: {0}</source>
        <translation>Annulé&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Changes one date and all that follow, and would change that one alone</source>
        <translation>Change une date et les suivantes, mais seule la première changerait</translation>
    </message>
    <message>
        <source>Does not say, or not in UTC, when it was written</source>
        <translation>N’indique pas quand il a été écrit, ou pas en UTC</translation>
    </message>
    <message>
        <source>Everything as it stands in the agenda.</source>
        <translation>Tout, exactement comme dans l’agenda.</translation>
    </message>
    <message>
        <source>Google Calendar</source>
        <translation>Google Agenda</translation>
    </message>
    <message>
        <source>Has a date in another form than the standard’s</source>
        <translation>A une date qui n’est pas écrite selon la norme</translation>
    </message>
    <message>
        <source>Has a property twice that may stand there once</source>
        <translation>A en double une propriété qui doit être unique</translation>
    </message>
    <message>
        <source>Has a reminder that is not complete</source>
        <translation>A un rappel incomplet</translation>
    </message>
    <message>
        <source>Has a reminder that would start a program</source>
        <translation>A un rappel qui lancerait un programme</translation>
    </message>
    <message>
        <source>Has a status, a number or coordinates that cannot be read</source>
        <translation>A un état, un nombre ou des coordonnées illisibles</translation>
    </message>
    <message>
        <source>Has a web address with characters that none may have</source>
        <translation>A une adresse web avec des caractères interdits</translation>
    </message>
    <message>
        <source>Has an attachment that lies on one machine alone</source>
        <translation>A une pièce jointe qui ne se trouve que sur un ordinateur</translation>
    </message>
    <message>
        <source>Has dates after the end of its repetition, which would be missing</source>
        <translation>A des dates après la fin de sa répétition, qui manqueraient</translation>
    </message>
    <message>
        <source>Has further dates with a length of their own</source>
        <translation>A des dates en plus, d’une durée différente</translation>
    </message>
    <message>
        <source>Has further dates without a rule, and would be left out</source>
        <translation>A des dates en plus sans règle, et serait ignoré</translation>
    </message>
    <message>
        <source>Has its categories on several lines, of which one would count</source>
        <translation>A ses catégories sur plusieurs lignes, dont une seule compterait</translation>
    </message>
    <message>
        <source>Has line ends in its title or place, whose pieces would be glued</source>
        <translation>Son titre ou son lieu a plusieurs lignes, qui seraient collées l’une à l’autre</translation>
    </message>
    <message>
        <source>Has marks in its text that are not written as the standard has them</source>
        <translation>Son texte a des signes qui ne sont pas écrits selon la norme</translation>
    </message>
    <message>
        <source>Has names in small letters</source>
        <translation>A des noms de propriété en minuscules</translation>
    </message>
    <message>
        <source>Has no date that can be read</source>
        <translation>N’a pas de date lisible</translation>
    </message>
    <message>
        <source>Has no identifier</source>
        <translation>N’a pas d’identifiant</translation>
    </message>
    <message>
        <source>Has tags in its text, which would be shown</source>
        <translation>Son texte a des balises, qui s’afficheraient</translation>
    </message>
    <message>
        <source>Is cancelled, which would not be seen</source>
        <translation>Est annulé, ce qui ne se verrait pas</translation>
    </message>
    <message>
        <source>Is in a time zone that nobody knows, and that is read as the agenda’s</source>
        <translation>Est dans un fuseau horaire inconnu, lu comme celui de l’agenda</translation>
    </message>
    <message>
        <source>Is in a time zone that only its file describes</source>
        <translation>Est dans un fuseau horaire que seul son fichier décrit</translation>
    </message>
    <message>
        <source>Is one date of a series that is not there, and would be left out</source>
        <translation>Est une date d’une série absente, et serait ignoré</translation>
    </message>
    <message>
        <source>Is there twice, in two calendars, and one of the two will be lost</source>
        <translation>Figure deux fois, dans deux calendriers, et l’un des deux sera perdu</translation>
    </message>
    <message>
        <source>Its end does not go with its start</source>
        <translation>Sa fin ne correspond pas à son début</translation>
    </message>
    <message>
        <source>Its identifier is longer than 255 characters</source>
        <translation>Son identifiant dépasse 255 caractères</translation>
    </message>
    <message>
        <source>Its organizer has no e-mail address</source>
        <translation>Son organisateur n’a pas d’adresse électronique</translation>
    </message>
    <message>
        <source>Its repetition ends twice: after a number of times and on a date</source>
        <translation>Sa répétition finit deux fois&#xa0;: après un nombre de fois et à une date</translation>
    </message>
    <message>
        <source>Its time zone has a name that only some programs know</source>
        <translation>Son fuseau horaire a un nom que seuls certains programmes connaissent</translation>
    </message>
    <message>
        <source>Its times are in no time zone</source>
        <translation>Ses heures n’ont pas de fuseau horaire</translation>
    </message>
    <message>
        <source>Its title or place is longer than 255 characters, and would be cut</source>
        <translation>Son titre ou son lieu dépasse 255 caractères et serait coupé</translation>
    </message>
    <message>
        <source>Leaves dates out by a rule, which few programs read</source>
        <translation>Exclut des dates par une règle, ce que peu de programmes lisent</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>Outlook</translation>
    </message>
    <message>
        <source>Repeats by a rule of a newer kind</source>
        <translation>Se répète selon une règle d’un genre plus récent</translation>
    </message>
    <message>
        <source>Repeats by a rule that nobody can read</source>
        <translation>Se répète selon une règle illisible</translation>
    </message>
    <message>
        <source>Repeats by several rules at once</source>
        <translation>Se répète selon plusieurs règles à la fois</translation>
    </message>
    <message>
        <source>Repeats each hour or more often</source>
        <translation>Se répète toutes les heures ou plus souvent</translation>
    </message>
    <message>
        <source>Repeats in a way that this program does not know</source>
        <translation>Se répète d’une façon que ce programme ne connaît pas</translation>
    </message>
    <message>
        <source>Shares its identifier with another event</source>
        <translation>A le même identifiant qu’un autre événement</translation>
    </message>
    <message>
        <source>The end of its repetition does not go with its start</source>
        <translation>La fin de sa répétition ne correspond pas à son début</translation>
    </message>
    <message>
        <source>Thunderbird</source>
        <translation>Thunderbird</translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation>laissé tel quel</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissé de côté</translation>
    </message>
    <message>
        <source>mended in part</source>
        <translation>corrigé en partie</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>corrigé</translation>
    </message>
    <message>
        <source>stays so</source>
        <translation>reste tel quel</translation>
    </message>
</context>
<context>
    <name>ExportCheckDialog</name>
    <message numerus="yes">
        <source>%n event(s) would not be read rightly by {0}</source>
        <translation>
            <numerusform>%n événement serait mal lu par {0}</numerusform>
            <numerusform>%n événements seraient mal lus par {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Before the export</source>
        <translation>Avant l’export</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Events with this problem, their lines before and after</source>
        <translation>Événements qui ont ce problème, leurs lignes avant et après</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Export it in parts: by calendar, by category, or what is selected.</source>
        <translation>Exportez en plusieurs fois&#xa0;: par calendrier, par catégorie, ou la seule sélection.</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>Kinds of problems</source>
        <translation>Types de problèmes</translation>
    </message>
    <message>
        <source>Mend in the agenda too</source>
        <translation>Corriger aussi dans l’agenda</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Stores what every program wants in the events; undo takes it back</source>
        <translation>Enregistre dans les événements ce que tous les programmes attendent&#x202f;; Annuler le défait</translation>
    </message>
    <message numerus="yes">
        <source>Strict programs would stumble over %n event(s)</source>
        <translation>
            <numerusform>Un programme strict buterait sur %n événement</numerusform>
            <numerusform>Un programme strict buterait sur %n événements</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has everything as it stands in the agenda.</source>
        <translation>Le fichier contient tout, exactement comme dans l’agenda.</translation>
    </message>
    <message>
        <source>The file would be larger than the 1 MB that Google takes at once.</source>
        <translation>Le fichier dépasserait les 1&#xa0;Mo que Google prend à la fois.</translation>
    </message>
    <message>
        <source>What is ticked is mended in the file. The agenda stays as it is.</source>
        <translation>Ce qui est coché est corrigé dans le fichier. L’agenda reste tel quel.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n problem(s) will be mended in the file.</source>
        <translation>
            <numerusform>%n problème sera corrigé dans le fichier.</numerusform>
            <numerusform>%n problèmes seront corrigés dans le fichier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) will stay.</source>
        <translation>
            <numerusform>%n problème restera.</numerusform>
            <numerusform>%n problèmes resteront.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Looking at the events…</source>
        <translation>Examen des événements…</translation>
    </message>
    <message>
        <source>Nothing stands in the way.</source>
        <translation>Rien ne s’y oppose.</translation>
    </message>
    <message>
        <source>Program that the file is for</source>
        <translation>Programme auquel le fichier est destiné</translation>
    </message>
    <message>
        <source>Show what that program has trouble with</source>
        <translation>Voir ce qui gêne ce programme</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Voir…</translation>
    </message>
    <message numerus="yes">
        <source>Strict programs would stumble over %n thing(s).</source>
        <translation>
            <numerusform>Un programme strict buterait sur %n point.</numerusform>
            <numerusform>Un programme strict buterait sur %n points.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file would be larger than the 1 MB that Google takes at once.</source>
        <translation>Le fichier dépasserait les 1&#xa0;Mo que Google prend à la fois.</translation>
    </message>
    <message>
        <source>Which events go into the .ics file?</source>
        <translation>Quels événements mettre dans le fichier .ics&#x202f;?</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%n event(s) copied as iCalendar.</source>
        <translation>
            <numerusform>%n événement copié en iCalendar.</numerusform>
            <numerusform>%n événements copiés en iCalendar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) exported to “{0}”.</source>
        <translation>
            <numerusform>%n événement exporté dans «&#xa0;{0}&#xa0;».</numerusform>
            <numerusform>%n événements exportés dans «&#xa0;{0}&#xa0;».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date left out.</source>
        <translation>
            <numerusform>%n sans date laissé de côté.</numerusform>
            <numerusform>%n sans date laissés de côté.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n event(s) of the agenda</source>
        <translation>
            <numerusform>Le seul événement de l’agenda (%n)</numerusform>
            <numerusform>Les %n événements de l’agenda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n event(s), those of hidden calendars too</source>
        <translation>
            <numerusform>Le seul événement (%n), même d’un calendrier masqué</numerusform>
            <numerusform>Les %n événements, y compris ceux des calendriers masqués</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportation…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message numerus="yes">
        <source>The %n event(s) of the list</source>
        <translation>
            <numerusform>L’événement de la liste (%n)</numerusform>
            <numerusform>Les %n événements de la liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n selected event(s)</source>
        <translation>
            <numerusform>L’événement sélectionné (%n)</numerusform>
            <numerusform>Les %n événements sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was stopped. No file was written.</source>
        <translation>L’exportation a été arrêtée. Aucun fichier n’a été écrit.</translation>
    </message>
    <message>
        <source>The time zone “{0}” has two meanings; one is called “{1}” there.</source>
        <translation>Le fuseau «&#xa0;{0}&#xa0;» a deux sens&#x202f;; l’un des deux s’appelle «&#xa0;{1}&#xa0;» dans le fichier.</translation>
    </message>
    <message>
        <source>iCalendar ({0});;All files (*)</source>
        <translation>iCalendar ({0});;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Dernière modification</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Sans date</translation>
    </message>
</context>
<context>
    <name>FaultReport</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Error report</source>
        <translation>Rapport d’erreur</translation>
    </message>
    <message>
        <source>It is in the log too: {0}</source>
        <translation>Il est aussi dans le journal&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>Ouvrir le journal</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Something went wrong in Parvis.</source>
        <translation>Quelque chose s’est mal passé dans Parvis.</translation>
    </message>
    <message>
        <source>What was saved is safe, and you can go on working. Copy this report to whoever looks after Parvis for you: it says where the error is, and nothing of what stands in your agenda.</source>
        <translation>Ce qui était enregistré est en sûreté, et vous pouvez continuer à travailler. Transmettez ce rapport à la personne qui s’occupe de Parvis pour vous&#xa0;: il dit où se trouve l’erreur, et rien de ce que contient votre agenda.</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Filters and order</source>
        <translation>Filtres et tri</translation>
    </message>
    <message>
        <source>In reverse order</source>
        <translation>Dans l’ordre inverse</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Trier par</translation>
    </message>
</context>
<context>
    <name>House</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>What you typed last could not be stored. Close again to leave without it.</source>
        <translation>Ce que vous avez écrit en dernier n’a pas pu être enregistré. Fermez à nouveau pour quitter sans le garder.</translation>
    </message>
</context>
<context>
    <name>ImportFields</name>
    <message>
        <source>(No title)</source>
        <translation>(Sans titre)</translation>
    </message>
    <message>
        <source>All as here</source>
        <translation>Tout garder d’ici</translation>
    </message>
    <message>
        <source>All from the file</source>
        <translation>Tout prendre du fichier</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>It was changed here later than in the file.</source>
        <translation>Il a été modifié ici plus tard que dans le fichier.</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Garder les deux</translation>
    </message>
    <message>
        <source>Merge into ours</source>
        <translation>Fusionner avec celui d’ici</translation>
    </message>
    <message>
        <source>Only the date of its last change differs.</source>
        <translation>Seule la date de sa dernière modification diffère.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message numerus="yes">
        <source>%n changed date(s)</source>
        <translation>
            <numerusform>%n date modifiée</numerusform>
            <numerusform>%n dates modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n modifié</numerusform>
            <numerusform>%n modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted here</source>
        <translation>
            <numerusform>%n supprimé ici</numerusform>
            <numerusform>%n supprimés ici</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not read</source>
        <translation>
            <numerusform>%n fichier non lu</numerusform>
            <numerusform>%n fichiers non lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n likely here already</source>
        <translation>
            <numerusform>%n sans doute déjà là</numerusform>
            <numerusform>%n sans doute déjà là</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouveau</numerusform>
            <numerusform>%n nouveaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not newer than here</source>
        <translation>
            <numerusform>%n pas plus récent qu’ici</numerusform>
            <numerusform>%n pas plus récents qu’ici</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s)</source>
        <translation>
            <numerusform>%n réparation</numerusform>
            <numerusform>%n réparations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n inchangé</numerusform>
            <numerusform>%n inchangés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown time zone(s), read as the agenda’s</source>
        <translation>
            <numerusform>%n fuseau inconnu, lu comme celui de l’agenda</numerusform>
            <numerusform>%n fuseaux inconnus, lus comme celui de l’agenda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date</source>
        <translation>
            <numerusform>%n sans date</numerusform>
            <numerusform>%n sans date</numerusform>
        </translation>
    </message>
    <message>
        <source>(No title)</source>
        <translation>(Sans titre)</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(rien)</translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>%n en tout</numerusform>
            <numerusform>%n en tout</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>An event with this title is here already, on the same day and at the same place.</source>
        <translation>Un événement du même titre est déjà là, le même jour et au même endroit.</translation>
    </message>
    <message>
        <source>Calendar for the new events</source>
        <translation>Calendrier des nouveaux événements</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Deleted here</source>
        <translation>Supprimé ici</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message numerus="yes">
        <source>From %n file(s): {0}</source>
        <translation>
            <numerusform>De %n fichier&#xa0;: {0}</numerusform>
            <numerusform>De %n fichiers&#xa0;: {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>From: {0}</source>
        <translation>Provenance&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message numerus="yes">
        <source>Import %n event(s)</source>
        <translation>
            <numerusform>Importer %n événement</numerusform>
            <numerusform>Importer %n événements</numerusform>
        </translation>
    </message>
    <message>
        <source>Import nothing</source>
        <translation>Ne rien importer</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importation…</translation>
    </message>
    <message>
        <source>It is added to the calendar.</source>
        <translation>Il sera ajouté au calendrier.</translation>
    </message>
    <message>
        <source>It is another here, and the file’s version is not newer. Tick it to take it all the same.</source>
        <translation>Il est différent ici, et la version du fichier n’est pas plus récente. Cochez-le pour la prendre quand même.</translation>
    </message>
    <message>
        <source>It is here already, just as it is in the file.</source>
        <translation>Il est déjà là, exactement comme dans le fichier.</translation>
    </message>
    <message>
        <source>It was deleted here. Tick it to have it again.</source>
        <translation>Il a été supprimé ici. Cochez-le pour le reprendre.</translation>
    </message>
    <message>
        <source>Likely here already</source>
        <translation>Sans doute déjà là</translation>
    </message>
    <message>
        <source>New events into:</source>
        <translation>Nouveaux événements dans&#xa0;:</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>New: “{0}”</source>
        <translation>Nouveau&#xa0;: «&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sans date</translation>
    </message>
    <message>
        <source>Not newer</source>
        <translation>Pas plus récent</translation>
    </message>
    <message numerus="yes">
        <source>Nothing to do: %n event(s), here already</source>
        <translation>
            <numerusform>Rien à faire&#xa0;: %n événement déjà là</numerusform>
            <numerusform>Rien à faire&#xa0;: %n événements déjà là</numerusform>
        </translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Other details</source>
        <translation>Autres détails</translation>
    </message>
    <message>
        <source>Take all events in sight</source>
        <translation>Prendre tous les événements affichés</translation>
    </message>
    <message>
        <source>The event in detail</source>
        <translation>L’événement en détail</translation>
    </message>
    <message>
        <source>The file has a newer version. Choose what is to stay.</source>
        <translation>Le fichier a une version plus récente. Choisissez ce qui doit rester.</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Inchangé</translation>
    </message>
    <message>
        <source>What was noticed…</source>
        <translation>Remarques…</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>presse-papiers</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message numerus="yes">
        <source>%n component(s) {0} left out.</source>
        <translation>
            <numerusform>%n élément {0} laissé de côté.</numerusform>
            <numerusform>%n éléments {0} laissés de côté.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted here, not taken</source>
        <translation>
            <numerusform>%n supprimé ici, non repris</numerusform>
            <numerusform>%n supprimés ici, non repris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) added</source>
        <translation>
            <numerusform>%n événement ajouté</numerusform>
            <numerusform>%n événements ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not read</source>
        <translation>
            <numerusform>%n fichier non lu</numerusform>
            <numerusform>%n fichiers non lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free/busy block(s) left out: Parvis keeps events.</source>
        <translation>
            <numerusform>%n plage de disponibilité laissée de côté&#xa0;: Parvis garde des événements.</numerusform>
            <numerusform>%n plages de disponibilité laissées de côté&#xa0;: Parvis garde des événements.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n journal entry(ies) left out: Parvis keeps events.</source>
        <translation>
            <numerusform>%n entrée de journal laissée de côté&#xa0;: Parvis garde des événements.</numerusform>
            <numerusform>%n entrées de journal laissées de côté&#xa0;: Parvis garde des événements.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n laissé de côté</numerusform>
            <numerusform>%n laissés de côté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older than here, not taken</source>
        <translation>
            <numerusform>%n plus ancien qu’ici, non repris</numerusform>
            <numerusform>%n plus anciens qu’ici, non repris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s)</source>
        <translation>
            <numerusform>%n réparation</numerusform>
            <numerusform>%n réparations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) left out: Parvis keeps events.</source>
        <translation>
            <numerusform>%n tâche laissée de côté&#xa0;: Parvis garde des événements.</numerusform>
            <numerusform>%n tâches laissées de côté&#xa0;: Parvis garde des événements.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n déjà présent</numerusform>
            <numerusform>%n déjà présents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown time zone(s)</source>
        <translation>
            <numerusform>%n fuseau inconnu</numerusform>
            <numerusform>%n fuseaux inconnus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n mis à jour</numerusform>
            <numerusform>%n mis à jour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date</source>
        <translation>
            <numerusform>%n sans date</numerusform>
            <numerusform>%n sans date</numerusform>
        </translation>
    </message>
    <message>
        <source>Added, though the same is likely here already</source>
        <translation>Ajoutés, bien que le même soit sans doute déjà là</translation>
    </message>
    <message>
        <source>Deleted here, so not taken again</source>
        <translation>Supprimés ici, donc non repris</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a changé.</translation>
    </message>
    <message>
        <source>Older than what is here, so left as they are</source>
        <translation>Plus anciens que ce qui est ici, donc laissés tels quels</translation>
    </message>
    <message>
        <source>There was no event to import.</source>
        <translation>Il n’y avait aucun événement à importer.</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Show those without a date</source>
        <translation>Afficher les événements sans date</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Annuler l’importation</translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation>Ce qui a été remarqué</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportTable</name>
    <message>
        <source>Events of the file</source>
        <translation>Événements du fichier</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Details…</source>
        <translation>Détails…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importation…</translation>
    </message>
    <message>
        <source>New calendar</source>
        <translation>Nouveau calendrier</translation>
    </message>
    <message>
        <source>The agenda was changed meanwhile. This is what would be done now.</source>
        <translation>L’agenda a changé entre-temps. Voici ce qui serait fait maintenant.</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing was changed.</source>
        <translation>L’importation a été arrêtée. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>There is no iCalendar event on the clipboard.</source>
        <translation>Il n’y a pas d’événement iCalendar dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>iCalendar ({0});;All files (*)</source>
        <translation>iCalendar ({0});;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>Indexing</name>
    <message>
        <source>Bringing the list up to date…</source>
        <translation>Mise à jour de la liste…</translation>
    </message>
</context>
<context>
    <name>LinkPopup</name>
    <message>
        <source>Address of the link</source>
        <translation>Adresse du lien</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>Retirer le lien</translation>
    </message>
    <message>
        <source>Set the link</source>
        <translation>Poser le lien</translation>
    </message>
    <message>
        <source>That is no address. Example: https://example.org</source>
        <translation>Ce n’est pas une adresse. Exemple&#xa0;: https://example.org</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message numerus="yes">
        <source>%n date(s)</source>
        <translation>
            <numerusform>%n date</numerusform>
            <numerusform>%n dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionné</numerusform>
            <numerusform>%n sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>Filtrer et trier</translation>
    </message>
    <message>
        <source>Filters and order</source>
        <translation>Filtres et tri</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>Aller à aujourd’hui</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>No event</source>
        <translation>Aucun événement</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Sorted by: {0}</source>
        <translation>Trié par&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Drop an agenda alone to open it. Nothing was changed.</source>
        <translation>Pour ouvrir un agenda, déposez-le seul. Rien n’a changé.</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menus</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Move to calendar</source>
        <translation>Déplacer vers le calendrier</translation>
    </message>
    <message>
        <source>Recent agendas</source>
        <translation>Agendas récents</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>Fermer le message</translation>
    </message>
</context>
<context>
    <name>MoreFields</name>
    <message>
        <source>Availability</source>
        <translation>Disponibilité</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Occupé</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Confidentiel</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Coordonnées</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Fewer details</source>
        <translation>Moins de détails</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>More details</source>
        <translation>Plus de détails</translation>
    </message>
    <message>
        <source>Organizer</source>
        <translation>Organisateur</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Visibilité</translation>
    </message>
</context>
<context>
    <name>NoEvent</name>
    <message numerus="yes">
        <source>%n event(s) selected</source>
        <translation>
            <numerusform>%n événement sélectionné</numerusform>
            <numerusform>%n événements sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose one in the list to read it.</source>
        <translation>Choisissez-en un dans la liste pour le lire.</translation>
    </message>
    <message>
        <source>Choose one in the list, or write a new one.</source>
        <translation>Choisissez-en un dans la liste, ou écrivez-en un nouveau.</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Nouvel événement</translation>
    </message>
    <message>
        <source>No event selected</source>
        <translation>Aucun événement sélectionné</translation>
    </message>
    <message>
        <source>They can be exported, duplicated or deleted together.</source>
        <translation>Ils peuvent être exportés, dupliqués ou supprimés ensemble.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Action to find</source>
        <translation>Action à trouver</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Trouver une action</translation>
    </message>
    <message>
        <source>Type a part of its name</source>
        <translation>Tapez une partie de son nom</translation>
    </message>
</context>
<context>
    <name>PlaceEditor</name>
    <message>
        <source>Name
Street and number
Postcode and town</source>
        <translation>Nom
Rue et numéro
Code postal et localité</translation>
    </message>
    <message>
        <source>Place: name, then address lines</source>
        <translation>Lieu&#xa0;: nom, puis lignes d’adresse</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>In which the days of this agenda begin, and its new events are.</source>
        <translation>Celui où commencent les jours de cet agenda, et de ses nouveaux événements.</translation>
    </message>
    <message>
        <source>Keep my name, e-mail and web site for comments</source>
        <translation>Garder mon nom, mon e-mail et mon site web pour les commentaires</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Open the folder: {0}</source>
        <translation>Ouvrir le dossier&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Setting the agenda’s days anew…</source>
        <translation>Recalcul des jours de l’agenda…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Web site</source>
        <translation>Site web</translation>
    </message>
    <message>
        <source>Will not be published</source>
        <translation>Ne sera pas publié</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>RecurrenceWords</name>
    <message>
        <source>1st</source>
        <translation>1er</translation>
    </message>
    <message>
        <source>by a rule that cannot be read: {0}</source>
        <translation>selon une règle illisible&#xa0;: {0}</translation>
    </message>
    <message>
        <source>by the rule {0}</source>
        <translation>selon la règle {0}</translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>tous les jours</numerusform>
            <numerusform>tous les %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n hour(s)</source>
        <translation>
            <numerusform>toutes les heures</numerusform>
            <numerusform>toutes les %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>toutes les minutes</numerusform>
            <numerusform>toutes les %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>chaque mois</numerusform>
            <numerusform>tous les %n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n second(s)</source>
        <translation>
            <numerusform>toutes les secondes</numerusform>
            <numerusform>toutes les %n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>chaque semaine</numerusform>
            <numerusform>toutes les %n semaines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n year(s)</source>
        <translation>
            <numerusform>chaque année</numerusform>
            <numerusform>tous les %n ans</numerusform>
        </translation>
    </message>
    <message>
        <source>every {0}</source>
        <translation>chaque {0}</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>cinquième</translation>
    </message>
    <message>
        <source>first</source>
        <translation>premier</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>quatrième</translation>
    </message>
    <message>
        <source>from Monday to Friday</source>
        <translation>du lundi au vendredi</translation>
    </message>
    <message>
        <source>last but one</source>
        <translation>avant-dernier</translation>
    </message>
    <message>
        <source>last</source>
        <translation>dernier</translation>
    </message>
    <message>
        <source>of April</source>
        <translation>d’avril</translation>
    </message>
    <message>
        <source>of August</source>
        <translation>d’août</translation>
    </message>
    <message>
        <source>of December</source>
        <translation>de décembre</translation>
    </message>
    <message>
        <source>of February</source>
        <translation>de février</translation>
    </message>
    <message>
        <source>of January</source>
        <translation>de janvier</translation>
    </message>
    <message>
        <source>of July</source>
        <translation>de juillet</translation>
    </message>
    <message>
        <source>of June</source>
        <translation>de juin</translation>
    </message>
    <message>
        <source>of March</source>
        <translation>de mars</translation>
    </message>
    <message>
        <source>of May</source>
        <translation>de mai</translation>
    </message>
    <message>
        <source>of November</source>
        <translation>de novembre</translation>
    </message>
    <message>
        <source>of October</source>
        <translation>d’octobre</translation>
    </message>
    <message>
        <source>of September</source>
        <translation>de septembre</translation>
    </message>
    <message numerus="yes">
        <source>on %n further date(s)</source>
        <translation>
            <numerusform>à une autre date</numerusform>
            <numerusform>à %n autres dates</numerusform>
        </translation>
    </message>
    <message>
        <source>on the fifth {0} of each month</source>
        <translation>chaque cinquième {0} du mois</translation>
    </message>
    <message>
        <source>on the fifth {0}</source>
        <translation>le cinquième {0}</translation>
    </message>
    <message>
        <source>on the first working day</source>
        <translation>le premier jour ouvrable</translation>
    </message>
    <message>
        <source>on the first {0} of each month</source>
        <translation>chaque premier {0} du mois</translation>
    </message>
    <message>
        <source>on the first {0}</source>
        <translation>le premier {0}</translation>
    </message>
    <message>
        <source>on the fourth {0} of each month</source>
        <translation>chaque quatrième {0} du mois</translation>
    </message>
    <message>
        <source>on the fourth {0}</source>
        <translation>le quatrième {0}</translation>
    </message>
    <message>
        <source>on the last day</source>
        <translation>le dernier jour</translation>
    </message>
    <message>
        <source>on the last working day</source>
        <translation>le dernier jour ouvrable</translation>
    </message>
    <message>
        <source>on the last {0} but one of each month</source>
        <translation>chaque avant-dernier {0} du mois</translation>
    </message>
    <message>
        <source>on the last {0} but one</source>
        <translation>l’avant-dernier {0}</translation>
    </message>
    <message>
        <source>on the last {0} of each month</source>
        <translation>chaque dernier {0} du mois</translation>
    </message>
    <message>
        <source>on the last {0}</source>
        <translation>le dernier {0}</translation>
    </message>
    <message>
        <source>on the second {0} of each month</source>
        <translation>chaque deuxième {0} du mois</translation>
    </message>
    <message>
        <source>on the second {0}</source>
        <translation>le deuxième {0}</translation>
    </message>
    <message>
        <source>on the third {0} of each month</source>
        <translation>chaque troisième {0} du mois</translation>
    </message>
    <message>
        <source>on the third {0}</source>
        <translation>le troisième {0}</translation>
    </message>
    <message>
        <source>on the {0}</source>
        <comment>one day</comment>
        <translation>le {0}</translation>
    </message>
    <message>
        <source>on the {0}</source>
        <comment>several days</comment>
        <translation>les {0}</translation>
    </message>
    <message>
        <source>on {0}</source>
        <translation>le {0}</translation>
    </message>
    <message>
        <source>second</source>
        <translation>deuxième</translation>
    </message>
    <message>
        <source>third</source>
        <translation>troisième</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} et {1}</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <comment>how often, on which days</comment>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <comment>which days, of which months</comment>
        <translation>{0} {1}</translation>
    </message>
    <message numerus="yes">
        <source>{0}, %n time(s)</source>
        <translation>
            <numerusform>{0}, %n fois</numerusform>
            <numerusform>{0}, %n fois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}, except on %n date(s)</source>
        <translation>
            <numerusform>{0}, sauf à une date</numerusform>
            <numerusform>{0}, sauf à %n dates</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, except {1}</source>
        <translation>{0}, sauf {1}</translation>
    </message>
    <message>
        <source>{0}, or the day after where a month lacks it</source>
        <translation>{0}, ou le lendemain si le mois n’a pas ce jour</translation>
    </message>
    <message>
        <source>{0}, or the day before where a month lacks it</source>
        <translation>{0}, ou la veille si le mois n’a pas ce jour</translation>
    </message>
    <message>
        <source>{0}, until {1}</source>
        <translation>{0}, jusqu’au {1}</translation>
    </message>
    <message>
        <source>{0}; {1}</source>
        <translation>{0}&#x202f;; {1}</translation>
    </message>
    <message>
        <source>{0}nd</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0}rd</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0}st</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0}th</source>
        <translation>{0}</translation>
    </message>
</context>
<context>
    <name>Repairs</name>
    <message>
        <source>Line {0}</source>
        <translation>Ligne {0}</translation>
    </message>
    <message numerus="yes">
        <source>Lines {0} and %n more</source>
        <translation>
            <numerusform>Lignes {0} et %n autre</numerusform>
            <numerusform>Lignes {0} et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines {0}</source>
        <translation>Lignes {0}</translation>
    </message>
    <message>
        <source>a {0} ended that had not begun</source>
        <translation>un {0} s’est terminé sans avoir commencé</translation>
    </message>
    <message>
        <source>an event without a title</source>
        <translation>un événement sans titre</translation>
    </message>
    <message>
        <source>an event without an identifier was given one</source>
        <translation>un événement sans identifiant en a reçu un</translation>
    </message>
    <message>
        <source>control characters were left out</source>
        <translation>des caractères de contrôle ont été retirés</translation>
    </message>
    <message>
        <source>read otherwise than it stands</source>
        <translation>lu autrement que ce qui est écrit</translation>
    </message>
    <message>
        <source>a line that says nothing was kept beside the text before it</source>
        <translation>une ligne qui ne dit rien a été gardée à côté du texte qui la précède</translation>
    </message>
    <message>
        <source>kept without a date, as it cannot be read</source>
        <translation>gardé sans date, car il est illisible</translation>
    </message>
    <message>
        <source>kept without a date, as it does not say when it is</source>
        <translation>gardé sans date, car il ne dit pas quand il a lieu</translation>
    </message>
    <message>
        <source>kept without a date, as its start is none</source>
        <translation>gardé sans date, car son début n’en est pas une</translation>
    </message>
    <message>
        <source>nobody knows the time zone {0}; it is read as the agenda’s</source>
        <translation>le fuseau horaire {0} est inconnu&#xa0;: il est lu comme celui de l’agenda</translation>
    </message>
    <message>
        <source>text that is not UTF-8 was read as {0}</source>
        <translation>du texte qui n’est pas en UTF-8 a été lu comme du {0}</translation>
    </message>
    <message>
        <source>the end of a {0} was missing</source>
        <translation>la fin d’un {0} manquait</translation>
    </message>
    <message>
        <source>the time zone {0} is there twice; the first one was used</source>
        <translation>le fuseau horaire {0} s’y trouve deux fois&#x202f;; le premier a été utilisé</translation>
    </message>
    <message>
        <source>there was no calendar around the events</source>
        <translation>il n’y avait pas de calendrier autour des événements</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}&#xa0;: {1}</translation>
    </message>
    <message>
        <source>{0}: “{1}”, {2}</source>
        <translation>{0}&#xa0;: «&#xa0;{1}&#xa0;», {2}</translation>
    </message>
</context>
<context>
    <name>RepeatsEditor</name>
    <message>
        <source>Change the rule</source>
        <translation>Modifier la règle</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>Personnalisé…</translation>
    </message>
    <message>
        <source>Fold the rule</source>
        <translation>Replier la règle</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Next dates: {0}</source>
        <translation>Prochaines dates&#xa0;: {0}</translation>
    </message>
    <message>
        <source>No more dates</source>
        <translation>Plus aucune date</translation>
    </message>
    <message>
        <source>{0} (kept as it is written)</source>
        <translation>{0} (règle conservée telle quelle)</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Agendas ({0});;All files (*)</source>
        <translation>Agendas ({0});;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>Sauvegardes, de la plus récente à la plus ancienne</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Choisissez une sauvegarde</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Go back to the agenda as it was</source>
        <translation>Revenir à l’agenda tel qu’il était</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurer une sauvegarde</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>There is no backup in “{0}”. You can choose a file.</source>
        <translation>Il n’y a pas de sauvegarde dans «&#xa0;{0}&#xa0;». Vous pouvez choisir un fichier.</translation>
    </message>
    <message>
        <source>What is in the agenda now is kept in a file beside it.</source>
        <translation>Ce que l’agenda contient maintenant est gardé dans un fichier à côté.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Écrite</translation>
    </message>
</context>
<context>
    <name>RichText</name>
    <message>
        <source>Bold</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>Bulleted list</source>
        <translation>Liste à puces</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Intertitre</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italique</translation>
    </message>
    <message>
        <source>Link…</source>
        <translation>Lien…</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Liste numérotée</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Citation</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>De quoi il s’agit</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>Also on</source>
        <translation>Dates en plus</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>Jours du mois</translation>
    </message>
    <message>
        <source>Days, weeks, months or years</source>
        <translation>Jours, semaines, mois ou années</translation>
    </message>
    <message>
        <source>End of the repetition</source>
        <translation>Fin de la répétition</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Tous les</translation>
    </message>
    <message>
        <source>Every</source>
        <comment>weeks</comment>
        <translation>Toutes les</translation>
    </message>
    <message>
        <source>Except on</source>
        <translation>Sauf le</translation>
    </message>
    <message>
        <source>In</source>
        <translation>En</translation>
    </message>
    <message>
        <source>Last day of the repetition</source>
        <translation>Dernier jour de la répétition</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Number of times</source>
        <translation>Nombre de fois</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Le</translation>
    </message>
    <message>
        <source>Repeats every so many</source>
        <translation>Intervalle de répétition</translation>
    </message>
    <message>
        <source>Replace by a weekly rule</source>
        <translation>Remplacer par une règle hebdomadaire</translation>
    </message>
    <message>
        <source>This rule says more than can be set here. It is kept as it is written, unless you replace it.</source>
        <translation>Cette règle en dit plus que ce qui peut se régler ici. Elle est conservée telle quelle, sauf si vous la remplacez.</translation>
    </message>
    <message>
        <source>Weekday of the month</source>
        <translation>Jour de la semaine dans le mois</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>Jours de la semaine</translation>
    </message>
    <message>
        <source>Which days of the month</source>
        <translation>Quels jours du mois</translation>
    </message>
    <message>
        <source>Which of its weekdays in the month</source>
        <translation>Rang du jour dans le mois</translation>
    </message>
    <message>
        <source>Within the month</source>
        <translation>Dans le mois</translation>
    </message>
    <message>
        <source>after a number of times</source>
        <translation>après un nombre de fois</translation>
    </message>
    <message>
        <source>by the day of the month</source>
        <translation>selon le jour du mois</translation>
    </message>
    <message>
        <source>by the weekday</source>
        <translation>selon le jour de la semaine</translation>
    </message>
    <message>
        <source>day</source>
        <translation>jour</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>month</source>
        <translation>mois</translation>
    </message>
    <message>
        <source>months</source>
        <translation>mois</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>on a date</source>
        <translation>à une date</translation>
    </message>
    <message>
        <source>the first working day</source>
        <translation>le premier jour ouvrable</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>le dernier jour</translation>
    </message>
    <message>
        <source>the last working day</source>
        <translation>le dernier jour ouvrable</translation>
    </message>
    <message>
        <source>time</source>
        <translation>fois</translation>
    </message>
    <message>
        <source>times</source>
        <translation>fois</translation>
    </message>
    <message>
        <source>week</source>
        <translation>semaine</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>semaines</translation>
    </message>
    <message>
        <source>year</source>
        <translation>an</translation>
    </message>
    <message>
        <source>years</source>
        <translation>ans</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n commentaire</numerusform>
            <numerusform>%n commentaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
    <message>
        <source>No agenda is open.</source>
        <translation>Aucun agenda n’est ouvert.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Saving after the import…</source>
        <translation>Enregistrement après l’importation…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message numerus="yes">
        <source>%n date(s) selected: what you change here changes all dates of the series.</source>
        <translation>
            <numerusform>%n date sélectionnée&#xa0;: ce que vous modifiez ici modifie toutes les dates de la série.</numerusform>
            <numerusform>%n dates sélectionnées&#xa0;: ce que vous modifiez ici modifie toutes les dates de la série.</numerusform>
        </translation>
    </message>
    <message>
        <source>A date of a series that was changed on its own.</source>
        <translation>Date d’une série, modifiée à part.</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>Toutes les dates</translation>
    </message>
    <message>
        <source>As in the series</source>
        <translation>Rétablir selon la série</translation>
    </message>
    <message>
        <source>Change all dates</source>
        <translation>Modifier toutes les dates</translation>
    </message>
    <message>
        <source>Change this date alone</source>
        <translation>Modifier cette date seulement</translation>
    </message>
    <message>
        <source>Change this date and those that follow</source>
        <translation>Modifier cette date et les suivantes</translation>
    </message>
    <message>
        <source>Take back what was changed on this date alone</source>
        <translation>Annuler ce qui a été modifié à cette date seulement</translation>
    </message>
    <message>
        <source>The first date of the series is shown: {0}.</source>
        <translation>C’est la première date de la série qui s’affiche&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>This and following</source>
        <translation>Celle-ci et les suivantes</translation>
    </message>
    <message>
        <source>This date</source>
        <translation>Cette date</translation>
    </message>
    <message>
        <source>Which dates of the series</source>
        <translation>Quelles dates de la série</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Clear the search (Esc)</source>
        <translation>Effacer la recherche (Échap)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search for an event, a place…</source>
        <translation>Rechercher un événement, un lieu…</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>A day or a quarter of an hour on, back</source>
        <translation>Un jour ou un quart d’heure plus tard, plus tôt</translation>
    </message>
    <message>
        <source>A month or an hour on, back</source>
        <translation>Un mois ou une heure plus tard, plus tôt</translation>
    </message>
    <message>
        <source>Action or keys to find</source>
        <translation>Action ou touches à trouver</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs touches</translation>
    </message>
    <message>
        <source>All that can be done with it</source>
        <translation>Tout ce qu’on peut en faire</translation>
    </message>
    <message>
        <source>Choose from the calendar or the list</source>
        <translation>Choisir dans le calendrier ou la liste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Edit the comment with the ring</source>
        <translation>Modifier le commentaire entouré</translation>
    </message>
    <message>
        <source>Fold the form: what is written stays</source>
        <translation>Replier le formulaire&#xa0;: ce qui est écrit reste</translation>
    </message>
    <message>
        <source>In a date or a time</source>
        <translation>Dans une date ou une heure</translation>
    </message>
    <message>
        <source>In the comments</source>
        <translation>Dans les commentaires</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Post the comment</source>
        <translation>Publier le commentaire</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
</context>
<context>
    <name>SpanChips</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Tous les événements</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Passés</translation>
    </message>
    <message>
        <source>Past events</source>
        <translation>Événements passés</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>Upcoming events</source>
        <translation>Événements à venir</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Add a category</source>
        <translation>Ajouter une catégorie</translation>
    </message>
    <message>
        <source>Add to {0}</source>
        <translation>Ajouter à&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Offered: {0}</source>
        <translation>Propositions&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>Retirer {0}</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Choose a time</source>
        <translation>Choisir une heure</translation>
    </message>
</context>
<context>
    <name>WhenEditor</name>
    <message>
        <source>All day</source>
        <translation>Jour entier</translation>
    </message>
    <message>
        <source>End date, included</source>
        <translation>Date de fin, comprise</translation>
    </message>
    <message>
        <source>End time</source>
        <translation>Heure de fin</translation>
    </message>
    <message>
        <source>Start date</source>
        <translation>Date de début</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>Heure de début</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
</context>
<context>
    <name>WhenNote</name>
    <message>
        <source>Choose the zone</source>
        <translation>Choisir le fuseau</translation>
    </message>
</context>
<context>
    <name>ZoneField</name>
    <message>
        <source>Floating (no zone)</source>
        <translation>Flottante (sans fuseau)</translation>
    </message>
    <message>
        <source>Search for a zone</source>
        <translation>Rechercher un fuseau</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Fuseaux</translation>
    </message>
</context>
<context>
    <name>ZoneWords</name>
    <message>
        <source>Nobody knows the zone “{0}”: its times are read as those of here.</source>
        <translation>Fuseau inconnu&#xa0;: «&#xa0;{0}&#xa0;». Ses heures sont lues comme celles d’ici.</translation>
    </message>
    <message>
        <source>The clocks skip {0} on that day: it will be {1}.</source>
        <translation>Ce jour-là, les horloges sautent {0}&#xa0;: il sera {1}.</translation>
    </message>
    <message>
        <source>{0} ({1}) · {2} here</source>
        <translation>{0} ({1}) · {2} ici</translation>
    </message>
    <message>
        <source>{0} comes twice on that day: the first is meant.</source>
        <translation>Ce jour-là, {0} revient deux fois&#xa0;: c’est la première qui compte.</translation>
    </message>
</context>
</TS>
